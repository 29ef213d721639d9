using H2Ask.Core.Text;

namespace H2Ask.Core.Corpus.Splitting;

/// <summary>Where a policy document stands in a <see cref="Reading.SourceText"/>, before it is described and cut. All spans are in that text.</summary>
public sealed record DraftDocument
{
    /// <summary>The document, from its title (or its notice's) to the last character before adverts or the next document.</summary>
    public required TextSpan Span { get; init; }

    /// <summary>Its own title, cleaned: of 《关于印发〈X〉的通知》 with X below it, X.</summary>
    public required string Title { get; init; }

    /// <summary>Whether the text names the document nowhere: <see cref="Title"/> is then made from what surrounds it, and tells nothing of the document.</summary>
    public bool Unnamed { get; init; }

    /// <summary>Where that title stands; empty where only another text names it.</summary>
    public TextSpan TitleSpan { get; init; }

    /// <summary>The line that a compilation puts before the document: number, title, 节选, 文号, issuer and date; empty where there is none.</summary>
    public TextSpan HeadSpan { get; init; }

    /// <summary>What it is among the documents of its file.</summary>
    public DocumentRole Role { get; init; }

    /// <summary>Runs inside <see cref="Span"/> that belong to no passage: contents, adverts, lists of other articles.</summary>
    public IReadOnlyList<TextSpan> Omitted { get; init; } = [];

    /// <summary>The place among the drafts of its text of the document that this one reports on or reprints; -1 where there is none.</summary>
    public int RelatedTo { get; init; } = -1;
}
