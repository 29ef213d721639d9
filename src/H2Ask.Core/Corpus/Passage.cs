namespace H2Ask.Core.Corpus;

/// <summary>A run of whole clauses of one document: what is searched and what is cited from.</summary>
public sealed record Passage
{
    /// <summary>Names the passage; made from its document and text, so that indexing again keeps it.</summary>
    public required string Id { get; init; }

    /// <summary>The document it belongs to.</summary>
    public required string DocumentId { get; init; }

    /// <summary>Where it begins in the decoded file (UTF-16 code units).</summary>
    public required int Start { get; init; }

    /// <summary>Where it ends, exclusive.</summary>
    public required int End { get; init; }

    /// <summary>The headings it stands under, from the outermost.</summary>
    public IReadOnlyList<string> Section { get; init; } = [];

    /// <summary>The source's own text at its place.</summary>
    public required string Text { get; init; }

    /// <summary>What is searched besides its document's title and headings: the text cleaned, with a list's lead-in or a table's column heads.</summary>
    public required string SearchText { get; init; }

    /// <summary>The passages of the corpus that say (almost) the same or hold this one, by id.</summary>
    public IReadOnlyList<string> Twins { get; init; } = [];
}
