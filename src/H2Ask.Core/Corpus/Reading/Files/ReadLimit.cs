namespace H2Ask.Core.Corpus.Reading.Files;

/// <summary>How many bytes may be read; several streams can share one limit.</summary>
/// <param name="bytes">The limit.</param>
/// <param name="reason">What people are told where it is passed.</param>
internal sealed class ReadLimit(long bytes, string reason)
{
    private long _left = bytes;

    /// <summary>How many bytes are left.</summary>
    public long Left => _left;

    /// <summary>Ends the limit.</summary>
    public void Lift() => _left = long.MaxValue;

    /// <summary>Counts bytes that were read.</summary>
    public void Spend(int count)
    {
        _left -= count;
        if (_left < 0) throw new UnreadableFileException(reason);
    }
}
