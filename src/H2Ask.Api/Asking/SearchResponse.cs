namespace H2Ask.Api.Asking;

/// <summary>What a search found.</summary>
/// <param name="Hits">The passages, the best first.</param>
public sealed record SearchResponse(IReadOnlyList<PassageResponse> Hits);
