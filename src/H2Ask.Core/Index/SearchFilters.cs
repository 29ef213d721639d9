using H2Ask.Core.Corpus;

namespace H2Ask.Core.Index;

/// <summary>Which documents to search. An empty list does not restrict; a document whose text does not say where or when it is from matches no region or year.</summary>
public sealed record SearchFilters
{
    /// <summary>No restriction.</summary>
    public static SearchFilters None { get; } = new();

    /// <summary>Places, in full or short: 山东省, 山东, 济南.</summary>
    public IReadOnlyList<string> Regions { get; init; } = [];

    /// <summary>Issuing bodies, or a part of their names.</summary>
    public IReadOnlyList<string> Issuers { get; init; } = [];

    /// <summary>Years of the documents' dates.</summary>
    public IReadOnlyList<int> Years { get; init; } = [];

    /// <summary>Names of files.</summary>
    public IReadOnlyList<string> Files { get; init; } = [];

    /// <summary>Kinds of documents: 规划, 办法, …</summary>
    public IReadOnlyList<string> Kinds { get; init; } = [];

    /// <summary>Whether every document passes.</summary>
    public bool IsEmpty => Regions.Count + Issuers.Count + Years.Count + Files.Count + Kinds.Count == 0;

    /// <summary>Whether a document passes.</summary>
    public bool Match(PolicyDocument document) =>
        (Regions.Count == 0 || Regions.Any(region => document.Region.Any(name => name.StartsWith(region, StringComparison.Ordinal))))
        && (Issuers.Count == 0 || Issuers.Any(issuer => document.Issuers.Any(name => name.Contains(issuer, StringComparison.Ordinal))))
        && (Years.Count == 0 || (document.Date is { } date && Years.Contains(date.Year)))
        && (Files.Count == 0 || Files.Contains(document.File, StringComparer.Ordinal))
        && (Kinds.Count == 0 || (document.Kind is { } kind && Kinds.Contains(kind, StringComparer.Ordinal)));
}
