namespace H2Ask.Api.Asking;

/// <summary>What a search found.</summary>
/// <param name="Hits">The passages, the best first.</param>
/// <param name="Notice">What to know of the search, in the language of the query: that no document fits the filters, or that the query is too long.</param>
public sealed record SearchResponse(IReadOnlyList<PassageResponse> Hits, string? Notice = null);
