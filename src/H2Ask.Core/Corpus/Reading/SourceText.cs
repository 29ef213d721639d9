namespace H2Ask.Core.Corpus.Reading;

/// <summary>The decoded text of a file, or of one stretch of a large one. A place in the file is an offset into it plus <see cref="Offset"/>.</summary>
public sealed record SourceText
{
    /// <summary>The file's name, relative to the folder that is indexed, with <c>/</c> between folders.</summary>
    public required string File { get; init; }

    /// <summary>The text, letter for letter.</summary>
    public required string Text { get; init; }

    /// <summary>Where <see cref="Text"/> begins in the file.</summary>
    public int Offset { get; init; }

    /// <summary>Whether more of the file follows this stretch.</summary>
    public bool Continues { get; init; }

    /// <summary>What the file's format says of its text (headings of Markdown and HTML, rows of CSV, table rows), in order of place.</summary>
    public IReadOnlyList<SourceMark> Marks { get; init; } = [];
}
