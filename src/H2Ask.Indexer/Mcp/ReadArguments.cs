using System.ComponentModel;

namespace H2Ask.Indexer.Mcp;

/// <summary>What the tool <c>read_document</c> takes.</summary>
internal sealed record ReadArguments
{
    [Description("The document's id, as the other tools return it.")]
    public required string Id { get; init; }

    [Description("Where in the document's text to begin (UTF-16 code units); 0 where nothing is said.")]
    public int? Offset { get; init; }

    [Description("How much of the text to return, from 1 to 20000; 8000 where nothing is said.")]
    public int? Length { get; init; }
}
