using System.ComponentModel;
using H2Ask.Core.Index;

namespace H2Ask.Indexer.Mcp;

/// <summary>Which documents to search.</summary>
internal sealed record FilterArguments
{
    [Description("Places, in full or short: 山东省, 济南.")]
    public string[]? Regions { get; init; }

    [Description("Issuing bodies, or parts of their names.")]
    public string[]? Issuers { get; init; }

    [Description("Years of the documents' dates.")]
    public int[]? Years { get; init; }

    [Description("Names of files.")]
    public string[]? Files { get; init; }

    [Description("Kinds of documents: 规划, 办法.")]
    public string[]? Kinds { get; init; }

    /// <summary>The filters as the search takes them.</summary>
    public static SearchFilters Of(FilterArguments? filters) => filters is null ? SearchFilters.None : new SearchFilters
    {
        Regions = Named(filters.Regions),
        Issuers = Named(filters.Issuers),
        Years = filters.Years ?? [],
        Files = Named(filters.Files),
        Kinds = Named(filters.Kinds),
    };

    private static string[] Named(string[]? values) => [.. (values ?? []).Where(value => !string.IsNullOrWhiteSpace(value))];
}
