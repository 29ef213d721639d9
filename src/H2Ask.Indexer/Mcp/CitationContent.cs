using System.ComponentModel;
using H2Ask.Core.Answering;

namespace H2Ask.Indexer.Mcp;

/// <summary>A place in a document that proves a statement.</summary>
internal sealed record CitationContent
{
    [Description("Its number in the answer, from 1.")]
    public required int Number { get; init; }

    [Description("The document it stands in.")]
    public required SourceContent Source { get; init; }

    [Description("The headings it stands under.")]
    public required IReadOnlyList<string> Section { get; init; }

    [Description("The text at the place, letter for letter.")]
    public required string Quote { get; init; }

    [Description("Where the quote begins in the decoded file (UTF-16 code units).")]
    public required int Start { get; init; }

    [Description("Where it ends, exclusive.")]
    public required int End { get; init; }

    public static CitationContent Of(Citation citation) => new()
    {
        Number = citation.Number,
        Source = SourceContent.Of(citation.Source.Document.Document),
        Section = citation.Source.Passage.Section,
        Quote = citation.Quote,
        Start = citation.Start,
        End = citation.End,
    };
}
