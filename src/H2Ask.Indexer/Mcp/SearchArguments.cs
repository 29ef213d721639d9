using System.ComponentModel;

namespace H2Ask.Indexer.Mcp;

/// <summary>What the tool <c>search</c> takes.</summary>
internal sealed record SearchArguments
{
    [Description("What is searched for: a question or words, in Chinese as the documents are.")]
    public required string Query { get; init; }

    [Description("How many passages to return, from 1 to 50; 5 where nothing is said.")]
    public int? Top { get; init; }

    [Description("Which documents to search; what is left out does not restrict.")]
    public FilterArguments? Filters { get; init; }
}
