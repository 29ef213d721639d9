using H2Ask.Core.Corpus;
using H2Ask.Core.Index;

namespace H2Ask.Api.Documents;

/// <summary>A document with its outline.</summary>
public sealed record DocumentDetails : DocumentSummary
{
    /// <summary>Describes a document.</summary>
    public DocumentDetails(IndexedDocument document, IReadOnlyList<Section> outline)
        : base(document)
    {
        Remarks = document.Document.Remarks;
        Outline = outline;
    }

    /// <summary>What a reader should know of its making.</summary>
    public IReadOnlyList<string> Remarks { get; }

    /// <summary>Its headings, in their order.</summary>
    public IReadOnlyList<Section> Outline { get; }
}
