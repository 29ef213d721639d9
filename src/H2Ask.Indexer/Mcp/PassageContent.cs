using System.ComponentModel;
using H2Ask.Core.Retrieval;

namespace H2Ask.Indexer.Mcp;

/// <summary>A passage that was found.</summary>
internal sealed record PassageContent
{
    [Description("The document it stands in.")]
    public required SourceContent Source { get; init; }

    [Description("The headings it stands under.")]
    public required IReadOnlyList<string> Section { get; init; }

    [Description("Its text, letter for letter.")]
    public required string Text { get; init; }

    [Description("Where it begins in the decoded file (UTF-16 code units).")]
    public required int Start { get; init; }

    [Description("Where it ends, exclusive.")]
    public required int End { get; init; }

    public static PassageContent Of(SearchHit hit) => new()
    {
        Source = SourceContent.Of(hit.Document.Document),
        Section = hit.Passage.Section,
        Text = hit.Passage.Text,
        Start = hit.Passage.Start,
        End = hit.Passage.End,
    };
}
