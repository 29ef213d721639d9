using System.Runtime.CompilerServices;

namespace H2Ask.Core.Corpus.Reading;

/// <summary>The limits under which files are read.</summary>
public sealed class SourceReaderOptions
{
    /// <summary>
    /// How many UTF-16 code units one <see cref="SourceText"/> of a text, Markdown or CSV file holds at most, held-back text included;
    /// 64 and up, 4,000,000 by default.
    /// </summary>
    public int StretchLength { get; set => field = AtLeast(64, value); } = 4_000_000;

    /// <summary>How large an HTML or Word file, or an archive inside an archive, may be, packed and unpacked, in bytes; 64 MiB by default.</summary>
    public long MaximumDocumentBytes { get; set => field = AtLeast(1, value); } = 64L << 20;

    /// <summary>How many entries an archive may hold; 10,000 by default.</summary>
    public int MaximumArchiveEntries { get; set => field = AtLeast(1, value); } = 10_000;

    /// <summary>How deep archives may lie in archives; 1 reads no archive inside another, 2 is the default.</summary>
    public int MaximumArchiveDepth { get; set => field = AtLeast(1, value); } = 2;

    /// <summary>How large one entry of an archive may be when unpacked, in bytes; 1 GiB by default.</summary>
    public long MaximumEntryBytes { get; set => field = AtLeast(1, value); } = 1L << 30;

    /// <summary>How much all entries of an archive may unpack to, archives inside it included, in bytes; 4 GiB by default.</summary>
    public long MaximumArchiveBytes { get; set => field = AtLeast(1, value); } = 4L << 30;

    /// <summary>How many times its packed size an entry of over 1 MiB may unpack to; 200 by default (text packs to a tenth at best).</summary>
    public int MaximumCompressionRatio { get; set => field = AtLeast(1, value); } = 200;

    private static T AtLeast<T>(T least, T value, [CallerMemberName] string name = "")
        where T : IComparable<T> =>
        value.CompareTo(least) >= 0 ? value : throw new ArgumentOutOfRangeException(name, value, $"{name} must be {least} or more.");
}
