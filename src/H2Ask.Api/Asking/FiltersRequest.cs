using System.Text.Json.Serialization;
using H2Ask.Core.Index;

namespace H2Ask.Api.Asking;

/// <summary>Which documents to search; what is left out does not restrict.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record FiltersRequest
{
    /// <summary>Places: 山东省, 济南.</summary>
    public string[]? Regions { get; init; }

    /// <summary>Issuing bodies, or parts of their names.</summary>
    public string[]? Issuers { get; init; }

    /// <summary>Years of the documents' dates.</summary>
    public int[]? Years { get; init; }

    /// <summary>Names of files.</summary>
    public string[]? Files { get; init; }

    /// <summary>Kinds of documents: 规划, 办法.</summary>
    public string[]? Kinds { get; init; }

    /// <summary>What is wrong with the filters, in a sentence; null where nothing is.</summary>
    internal string? Fault() =>
        Fault("regions", Regions) ?? Fault("issuers", Issuers) ?? Fault("files", Files) ?? Fault("kinds", Kinds)
        ?? (Years is { Length: > RequestLimits.MostFilterValues } ? TooMany("years") : null);

    /// <summary>The filters as the search takes them; without any nothing is restricted.</summary>
    internal static SearchFilters ToFilters(FiltersRequest? filters) => filters is null ? SearchFilters.None : new()
    {
        Regions = filters.Regions ?? [],
        Issuers = filters.Issuers ?? [],
        Years = filters.Years ?? [],
        Files = filters.Files ?? [],
        Kinds = filters.Kinds ?? [],
    };

    private static string? Fault(string field, string[]? values) => values switch
    {
        null => null,
        { Length: > RequestLimits.MostFilterValues } => TooMany(field),
        _ when Array.Exists(values, string.IsNullOrWhiteSpace) => $"\"filters.{field}\" holds an empty value. Leave it out.",
        _ when Array.Exists(values, value => value.Length > RequestLimits.LongestFilterValue) =>
            $"\"filters.{field}\" holds a value of more than {RequestLimits.LongestFilterValue} characters. Shorten it.",
        _ => null,
    };

    private static string TooMany(string field) => $"\"filters.{field}\" has more than {RequestLimits.MostFilterValues} values. Name fewer.";
}
