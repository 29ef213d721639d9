using System.ComponentModel;

namespace H2Ask.Indexer.Mcp;

/// <summary>What the tool <c>read_document</c> returns.</summary>
internal sealed record DocumentContent
{
    [Description("What is known of the document.")]
    public required SourceContent Source { get; init; }

    [Description("Where the document begins in the decoded file (UTF-16 code units).")]
    public required int Start { get; init; }

    [Description("Where in the document the returned text begins.")]
    public required int Offset { get; init; }

    [Description("The text, letter for letter.")]
    public required string Text { get; init; }

    [Description("How long the document's text is.")]
    public required int TotalLength { get; init; }

    [Description("The offset to go on with; null at the end.")]
    public int? NextOffset { get; init; }
}
