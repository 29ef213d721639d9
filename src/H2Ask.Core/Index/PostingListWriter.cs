using System.Buffers;
using System.Runtime.InteropServices;

namespace H2Ask.Core.Index;

/// <summary>Writes the postings of one term after the other.</summary>
internal sealed class PostingListWriter
{
    private readonly Stream _stream;
    private readonly TermScoring _scoring;
    private readonly FieldLengths[] _lengths;
    private readonly int[] _gaps = new int[PostingBlock.Size];
    private readonly int[] _codes = new int[PostingBlock.Size];
    private readonly List<BlockHeader> _headers = [];
    private readonly ArrayBufferWriter<byte> _blocks = new();
    private int _inBlock;
    private int _count;
    private int _last = -1;
    private float _mostInBlock;
    private long _offset;

    /// <summary>Writes to the stream's place.</summary>
    public PostingListWriter(Stream stream, TermScoring scoring, FieldLengths[] lengths)
    {
        _stream = stream;
        _scoring = scoring;
        _lengths = lengths;
    }

    /// <summary>Adds the next passage of the term.</summary>
    public void Add(int passage, int code)
    {
        _gaps[_inBlock] = passage - _last - 1;
        _codes[_inBlock] = code;
        _mostInBlock = Math.Max(_mostInBlock, _scoring.Worth(code, _lengths[passage]));
        _last = passage;
        _count++;
        if (++_inBlock == PostingBlock.Size) EndBlock();
    }

    /// <summary>Ends the term.</summary>
    public TermEntry End(ulong key)
    {
        if (_inBlock > 0) EndBlock();
        var headers = CollectionsMarshal.AsSpan(_headers);
        var entry = new TermEntry { Key = key, Offset = _offset, Bytes = _blocks.WrittenCount, Count = _count };
        foreach (var header in headers) entry.Most = Math.Max(entry.Most, header.Most);
        entry.Check = entry.Blocks == 0 ? headers[0].Check : Checksum.Of<BlockHeader>(headers);
        if (entry.Blocks > 0) Write(MemoryMarshal.AsBytes(headers));
        Write(_blocks.WrittenSpan);
        _headers.Clear();
        _blocks.ResetWrittenCount();
        (_count, _last) = (0, -1);
        return entry;
    }

    private void EndBlock()
    {
        var offset = _blocks.WrittenCount;
        if (_inBlock == PostingBlock.Size) WriteFull();
        else WriteRest();
        var check = Checksum.Of(_blocks.WrittenSpan[offset..]);
        _headers.Add(new BlockHeader { Last = _last, Most = _mostInBlock, Offset = offset, Check = check });
        (_inBlock, _mostInBlock) = (0, 0);
    }

    private void WriteFull()
    {
        var gapBits = PostingBlock.Bits(_gaps);
        var codeBits = PostingBlock.Bits(_codes);
        var bytes = 2 + PostingBlock.Bytes(gapBits) + PostingBlock.Bytes(codeBits);
        var block = _blocks.GetSpan(bytes)[..bytes];
        (block[0], block[1]) = ((byte)gapBits, (byte)codeBits);
        PostingBlock.Pack(_gaps, gapBits, block[2..]);
        PostingBlock.Pack(_codes, codeBits, block[(2 + PostingBlock.Bytes(gapBits))..]);
        _blocks.Advance(bytes);
    }

    private void WriteRest()
    {
        for (var i = 0; i < _inBlock; i++)
        {
            var bytes = _blocks.GetSpan(2 * Varint.Longest);
            var length = Varint.Write((uint)_gaps[i], bytes);
            _blocks.Advance(length + Varint.Write((uint)_codes[i], bytes[length..]));
        }
    }

    private void Write(ReadOnlySpan<byte> bytes)
    {
        _stream.Write(bytes);
        _offset += bytes.Length;
    }
}
