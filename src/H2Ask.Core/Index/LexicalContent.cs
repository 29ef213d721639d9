using System.Runtime.CompilerServices;

namespace H2Ask.Core.Index;

/// <summary>What the lexical index's parts share while it is searched: its header, checked, and where things stand.</summary>
internal sealed class LexicalContent
{
    private readonly LexicalHeader _header;

    /// <summary>Checks the header and what every search needs.</summary>
    /// <exception cref="IndexException">It is not a lexical index, or of another version, or damaged.</exception>
    public LexicalContent(IIndexRegion region)
    {
        Region = region;
        if (region.Length < Unsafe.SizeOf<LexicalHeader>()) throw region.Damaged("it is too short");
        _header = region.Span<LexicalHeader>(0, 1)[0];
        if (_header.Signature != LexicalHeader.Magic) throw region.Damaged("it is not a lexical index that this version can read");
        if (_header.HeaderCheck != LexicalIndexWriter.Check(_header)) throw region.Damaged("the checksum of its beginning does not fit");
        if (_header.FileLength != region.Length) throw region.Damaged($"it has {region.Length} bytes instead of {_header.FileLength}");
        var counts = region.Span<ushort>(_header.CountsOffset, _header.Codes);
        if (Checksum.Of(counts) != _header.CountsCheck || Checksum.Of(Lengths) != _header.LengthsCheck) throw Damaged();
        Weights = new LexicalWeights
        {
            Saturation = _header.Saturation,
            Body = _header.Weights.Body,
            Title = _header.Weights.Title,
            Section = _header.Weights.Section,
            BodyLength = _header.LengthWeights.Body,
            TitleLength = _header.LengthWeights.Title,
            SectionLength = _header.LengthWeights.Section,
            Character = _header.Character,
        };
        Scoring = new TermScoring(Weights, _header.Averages, counts);
    }

    /// <summary>The bytes of the index.</summary>
    public IIndexRegion Region { get; }

    /// <summary>How many passages it holds.</summary>
    public int Passages => _header.Passages;

    /// <summary>Where the postings begin.</summary>
    public long PostingsOffset => _header.PostingsOffset;

    /// <summary>The weights it was made with.</summary>
    public LexicalWeights Weights { get; }

    /// <summary>What counts are worth.</summary>
    public TermScoring Scoring { get; }

    /// <summary>The lengths of the passages' fields.</summary>
    public ReadOnlySpan<FieldLengths> Lengths => Region.Span<FieldLengths>(_header.LengthsOffset, _header.Passages);

    /// <summary>Finds a term; false where no passage holds it.</summary>
    public bool TryFind(ulong term, out TermEntry entry)
    {
        var key = TermEntry.KeyOf(term);
        var bounds = Region.Span<TermBucket>(_header.BucketsOffset + (LexicalIndexWriter.BucketOf(key, _header.BucketBits) * (long)Unsafe.SizeOf<TermBucket>()), 2);
        var start = bounds[0].Start;
        if (start < 0 || bounds[1].Start < start || bounds[1].Start > _header.Terms) throw Damaged();
        var entries = Region.Span<TermEntry>(_header.TermsOffset + (start * (long)Unsafe.SizeOf<TermEntry>()), bounds[1].Start - start);
        if (Checksum.Of(entries) != bounds[0].Check) throw Damaged();
        foreach (ref readonly var candidate in entries)
        {
            if (candidate.Key != key) continue;
            entry = candidate;
            return true;
        }

        entry = default;
        return false;
    }

    /// <summary>The exception that says that a checksum does not fit.</summary>
    public IndexException Damaged() => Region.Damaged("a checksum in it does not fit");
}
