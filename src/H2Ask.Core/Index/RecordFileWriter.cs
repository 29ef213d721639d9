using System.Runtime.InteropServices;

namespace H2Ask.Core.Index;

/// <summary>Writes records one after the other, and behind them the table of where each begins.</summary>
internal sealed class RecordFileWriter : IDisposable
{
    private readonly FileStream _file;
    private readonly List<long> _starts = [];

    /// <summary>Begins the file.</summary>
    public RecordFileWriter(string path)
    {
        _file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1 << 16);
        _file.Write(new byte[RecordFile.HeaderLength]);
    }

    /// <summary>Begins the next record.</summary>
    public void Begin() => _starts.Add(_file.Position);

    /// <summary>Writes a part of the record.</summary>
    public void Write<T>(params ReadOnlySpan<T> part)
        where T : unmanaged => _file.Write(MemoryMarshal.AsBytes(part));

    /// <summary>Writes the table and the header, and waits until the file is on the disk.</summary>
    public void Finish()
    {
        var count = _starts.Count;
        _starts.Add(_file.Position);
        var table = RecordFile.Align(_file.Position);
        _file.Write(new byte[table - _file.Position]);
        _file.Write(MemoryMarshal.AsBytes(CollectionsMarshal.AsSpan(_starts)));
        _file.Position = 0;
        Write(RecordFile.Magic, count, table);
        _file.Flush(flushToDisk: true);
    }

    /// <inheritdoc />
    public void Dispose() => _file.Dispose();
}
