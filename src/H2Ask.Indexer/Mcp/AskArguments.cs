using System.ComponentModel;

namespace H2Ask.Indexer.Mcp;

/// <summary>What the tool <c>ask</c> takes.</summary>
internal sealed record AskArguments
{
    [Description("The question, in Chinese as the documents are, complete in itself: 南京市加氢站安全管理由哪些部门负责？")]
    public required string Question { get; init; }

    [Description("Which documents to search; what is left out does not restrict.")]
    public FilterArguments? Filters { get; init; }
}
