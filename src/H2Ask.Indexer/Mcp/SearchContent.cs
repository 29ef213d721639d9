using System.ComponentModel;

namespace H2Ask.Indexer.Mcp;

/// <summary>What the tool <c>search</c> returns.</summary>
internal sealed record SearchContent(
    [property: Description("The passages, the best first.")] IReadOnlyList<PassageContent> Passages,
    [property: Description("What to know of the search, as that no document fits the filters.")] string? Notice = null);
