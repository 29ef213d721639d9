using H2Ask.Core.Retrieval;

namespace H2Ask.Api.Asking;

/// <summary>Which documents to search; what is left out does not restrict.</summary>
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

    /// <summary>The filters as the search takes them.</summary>
    internal SearchFilters ToFilters() => new()
    {
        Regions = Regions ?? [],
        Issuers = Issuers ?? [],
        Years = Years ?? [],
        Files = Files ?? [],
        Kinds = Kinds ?? [],
    };
}
