namespace H2Ask.Core.Corpus.Splitting;

/// <summary>What the stretches of a file that were read so far tell of the rest of it: a file is a dump, a compilation or neither throughout.</summary>
public sealed record FileShape
{
    /// <summary>A file of which nothing was read.</summary>
    public static FileShape Unknown { get; } = new();

    /// <summary>What stands between the title and the body of a dump's rows; 0 where the file is not known to be a dump.</summary>
    internal char Separator { get; init; }

    /// <summary>The keys of the titles that contents listed.</summary>
    internal IReadOnlySet<string> ListedTitles { get; init; } = new HashSet<string>();

    /// <summary>Whether the file is known to be a compilation.</summary>
    internal bool IsCompilation { get; init; }

    /// <summary>The level of the headings that begin documents; 0 where none is known to.</summary>
    internal int HeadingLevel { get; init; }

    /// <summary>What recurs at the ends of a dump's articles.</summary>
    internal Boilerplate? Boilerplate { get; init; }
}
