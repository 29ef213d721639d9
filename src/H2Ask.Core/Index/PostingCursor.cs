using System.Runtime.CompilerServices;

namespace H2Ask.Core.Index;

/// <summary>Goes through the postings of a term, forward only, and takes out only the blocks that are needed.</summary>
internal sealed class PostingCursor
{
    private readonly IIndexRegion _region;
    private readonly LexicalContent _content;
    private readonly TermEntry _entry;
    private readonly long _headers;
    private readonly long _blocks;
    private readonly int _blockCount;
    private readonly float _weight;
    private readonly int[] _passages = new int[PostingBlock.Size];
    private readonly int[] _codes = new int[PostingBlock.Size];
    private BlockHeader _single;
    private int _decoded = -1;
    private int _inBlock;
    private int _place;
    private int _looked;

    /// <summary>Begins before the first posting.</summary>
    public PostingCursor(LexicalContent content, TermEntry entry, float weight)
    {
        _content = content;
        _region = content.Region;
        _entry = entry;
        _weight = weight;
        _headers = content.PostingsOffset + entry.Offset;
        _blocks = _headers + (entry.Blocks * (long)Unsafe.SizeOf<BlockHeader>());
        _blockCount = Math.Max(1, entry.Blocks);
        if (entry.Blocks > 0)
        {
            if (Checksum.Of(Headers) != entry.Check) throw content.Damaged();
            return;
        }

        _single = new BlockHeader { Most = entry.Most, Check = entry.Check, Last = content.Passages - 1 };
        Decode(0);
        _single.Last = _passages[_inBlock - 1];
    }

    /// <summary>The most that the term adds to the score of any passage from here to there, at least what it does add.</summary>
    public int MostBetween(int from, int end)
    {
        var headers = Headers;
        while (_looked < headers.Length && headers[_looked].Last < from) _looked++;
        if (_looked == headers.Length) return 0;
        var most = headers[_looked].Most;
        var last = _looked;
        for (; last + 1 < headers.Length && headers[last].Last + 1 < end; last++) most = Math.Max(most, headers[last + 1].Most);
        // One block that begins before and ends behind may well hold nothing in between.
        if (last == _looked && !(SeekTo(from) && _passages[_place] < end)) return 0;
        return Score(most);
    }

    /// <summary>Adds what the term adds to each passage from here to there; <paramref name="scores"/> begins with the first.</summary>
    public void AddBetween(int from, int end, Span<int> scores)
    {
        if (!SeekTo(from)) return;
        var lengths = _content.Lengths;
        var scoring = _content.Scoring;
        while (true)
        {
            for (; _place < _inBlock; _place++)
            {
                var passage = _passages[_place];
                if (passage >= end) return;
                scores[passage - from] += Score(scoring.Worth(_codes[_place], lengths[passage]));
            }

            if (_decoded + 1 == _blockCount) return;
            Decode(_decoded + 1);
        }
    }

    /// <summary>The most that the term can add to a passage; 0 where it stands in none from there on. Takes nothing out.</summary>
    public int MostAt(int passage)
    {
        var headers = Headers;
        while (_looked < headers.Length && headers[_looked].Last < passage) _looked++;
        return _looked == headers.Length ? 0 : Score(headers[_looked].Most);
    }

    /// <summary>What the term adds to the score of a passage.</summary>
    public int ScoreAt(int passage) =>
        SeekTo(passage) && _passages[_place] == passage ? Score(_content.Scoring.Worth(_codes[_place], _content.Lengths[passage])) : 0;

    /// <summary>What the counts of the term are worth in each field of a passage, times the term's weight.</summary>
    public FieldWorths WorthByFieldAt(int passage)
    {
        if (!SeekTo(passage) || _passages[_place] != passage) return default;
        var worth = _content.Scoring.WorthByField(_codes[_place], _content.Lengths[passage]);
        return new FieldWorths(worth.Body * _weight, worth.Title * _weight, worth.Section * _weight);
    }

    private ReadOnlySpan<BlockHeader> Headers => _entry.Blocks > 0 ? _region.Span<BlockHeader>(_headers, _blockCount) : new ReadOnlySpan<BlockHeader>(in _single);

    private int Score(float worth) => LexicalIndexReader.ToUnits(_weight * worth);

    /// <summary>Goes to the first posting at or behind a passage; false where there is none.</summary>
    private bool SeekTo(int passage)
    {
        if (_decoded < 0 || _passages[_inBlock - 1] < passage)
        {
            var headers = Headers;
            var block = Math.Max(_decoded, 0);
            while (block < headers.Length && headers[block].Last < passage) block++;
            if (block == headers.Length) return false;
            if (block != _decoded) Decode(block);
        }

        while (_passages[_place] < passage) _place++;
        return true;
    }

    private void Decode(int block)
    {
        var headers = Headers;
        var header = headers[block];
        var end = block + 1 < headers.Length ? headers[block + 1].Offset : _entry.Bytes;
        var bytes = _region.Span<byte>(_blocks + header.Offset, end - header.Offset);
        if (Checksum.Of(bytes) != header.Check) throw _content.Damaged();
        _inBlock = Math.Min(PostingBlock.Size, _entry.Count - (block * PostingBlock.Size));
        if (_inBlock == PostingBlock.Size) ReadFull(bytes);
        else ReadRest(bytes);
        ToPassages(block == 0 ? -1 : headers[block - 1].Last, header.Last);
        (_decoded, _place) = (block, 0);
    }

    private void ReadFull(ReadOnlySpan<byte> bytes)
    {
        var (gapBits, codeBits) = (bytes[0], bytes[1]);
        PostingBlock.Unpack(bytes[2..], gapBits, _passages);
        PostingBlock.Unpack(bytes[(2 + PostingBlock.Bytes(gapBits))..], codeBits, _codes);
    }

    private void ReadRest(ReadOnlySpan<byte> bytes)
    {
        for (var i = 0; i < _inBlock; i++)
        {
            if (!Varint.TryRead(ref bytes, out _passages[i]) || !Varint.TryRead(ref bytes, out _codes[i])) throw _content.Damaged();
        }
    }

    /// <summary>The gaps become the numbers of passages.</summary>
    private void ToPassages(int before, int last)
    {
        long passage = before;
        for (var i = 0; i < _inBlock; i++)
        {
            passage += (uint)_passages[i] + 1L;
            _passages[i] = (int)passage;
        }

        if (passage > last) throw _content.Damaged();
    }
}
