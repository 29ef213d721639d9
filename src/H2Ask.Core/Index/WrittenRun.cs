using System.Runtime.InteropServices;

namespace H2Ask.Core.Index;

/// <summary>A run of postings that was written out, read term by term.</summary>
internal sealed class WrittenRun : IDisposable
{
    private readonly Stream _stream;
    private readonly int _firstPassage;
    private int _termsLeft;
    private uint[] _postings = [];
    private int _count;

    /// <summary>Reads the run from the beginning of the stream; its passages are numbered from <paramref name="firstPassage"/> on.</summary>
    public WrittenRun(Stream stream, int firstPassage)
    {
        _stream = stream;
        _firstPassage = firstPassage;
        stream.Position = 0;
        _termsLeft = Read<int>();
    }

    /// <summary>The key of the term just read.</summary>
    public ulong Key { get; private set; }

    /// <summary>How many passages the term just read stands in.</summary>
    public int Count => _count;

    /// <summary>Reads the next term; false at the end.</summary>
    public bool Read()
    {
        if (_termsLeft-- == 0) return false;
        Key = Read<ulong>();
        _count = Read<int>();
        if (_postings.Length < _count) _postings = new uint[_count * 2];
        _stream.ReadExactly(MemoryMarshal.AsBytes(_postings.AsSpan(0, _count)));
        return true;
    }

    /// <summary>A posting of the term just read.</summary>
    public (int Passage, uint Counts) Posting(int place) =>
        (_firstPassage + (int)(_postings[place] >> FieldCounts.Bits), _postings[place] % FieldCounts.Values);

    /// <inheritdoc />
    public void Dispose() => _stream.Dispose();

    private T Read<T>()
        where T : unmanaged
    {
        T value = default;
        _stream.ReadExactly(MemoryMarshal.AsBytes(new Span<T>(ref value)));
        return value;
    }
}
