using System.Text.Json.Serialization;

namespace H2Ask.Api.Asking;

/// <summary>A search for passages.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record SearchRequest
{
    /// <summary>What is searched for.</summary>
    public string? Query { get; init; }

    /// <summary>The turns before it, the oldest first.</summary>
    public TurnRequest[]? History { get; init; }

    /// <summary>Which documents to search.</summary>
    public FiltersRequest? Filters { get; init; }

    /// <summary>How many passages to return; 10 where nothing is said.</summary>
    public int? Top { get; init; }
}
