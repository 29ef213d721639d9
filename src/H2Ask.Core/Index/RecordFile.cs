namespace H2Ask.Core.Index;

/// <summary>Numbered records of bytes, mapped: a header (magic, count, place of the table), the records, the table of where each begins.</summary>
internal sealed class RecordFile : IDisposable
{
    /// <summary>"H2ASKREC", as the number that these bytes make.</summary>
    public const long Magic = 0x4345524B53413248;

    /// <summary>The length of the header.</summary>
    public const int HeaderLength = 3 * sizeof(long);

    private readonly MappedFile _file;
    private readonly long _table;

    private RecordFile(MappedFile file)
    {
        _file = file;
        var header = file.Span<long>(0, 3);
        if (header[0] != Magic) throw file.Damaged("it is no file of records");
        _table = header[2];
        if (header[1] is < 0 or >= int.MaxValue || _table < HeaderLength || _table != Align(_table) || file.Length - _table != (header[1] + 1) * sizeof(long))
        {
            throw file.Damaged("its table does not fit it");
        }

        Count = (int)header[1];
    }

    /// <summary>How many records there are.</summary>
    public int Count { get; }

    /// <summary>Opens the file.</summary>
    /// <exception cref="IndexException">It is missing or damaged.</exception>
    public static RecordFile Open(string path)
    {
        var file = MappedFile.Open(path);
        try
        {
            return new RecordFile(file);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>The next place that numbers of eight bytes may stand at.</summary>
    public static long Align(long place) => (place + sizeof(long) - 1) / sizeof(long) * sizeof(long);

    /// <summary>A record's bytes.</summary>
    public ReadOnlySpan<byte> Record(int number)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(number);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(number, Count);
        var places = _file.Span<long>(_table + (number * (long)sizeof(long)), 2);
        var length = places[1] - places[0];
        if (places[0] < HeaderLength || length is < 0 or > int.MaxValue || places[1] > _table) throw _file.Damaged($"record {number} lies outside of it");
        return _file.Span<byte>(places[0], (int)length);
    }

    /// <summary>The exception that says that the file is damaged.</summary>
    public IndexException Damaged(string what, Exception? cause = null) => _file.Damaged(what, cause);

    /// <inheritdoc />
    public void Dispose() => _file.Dispose();
}
