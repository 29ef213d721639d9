using H2Ask.Core.Corpus.Splitting;

namespace H2Ask.Core.Corpus.Describing;

/// <summary>A described document with what its text says of other documents, by which they are linked.</summary>
internal sealed record DescribedDocument
{
    /// <summary>What is known of it; its links are still empty.</summary>
    public required PolicyDocument Document { get; init; }

    /// <summary>What it is among the documents of its file.</summary>
    public DocumentRole Role { get; init; }

    /// <summary>The id of the document of the same text that it reports on.</summary>
    public string? RelatedId { get; init; }

    /// <summary>The title of the document that it reports on, as it names it.</summary>
    public string? ReportedTitle { get; init; }

    /// <summary>The titles and numbers of the documents that it says are no longer in force.</summary>
    public IReadOnlyList<string> Repeals { get; init; } = [];
}
