namespace H2Ask.Core.Retrieval.Findings;

/// <summary>A finding, and how well it answers.</summary>
/// <param name="Finding">The finding.</param>
/// <param name="Hit">The hit that it stands in.</param>
/// <param name="Score">How well it answers; comparable within one search only.</param>
/// <param name="Share">What share of the likelihood to answer falls on it, of all findings of the search.</param>
internal sealed record ScoredFinding(Finding Finding, SearchHit Hit, float Score, float Share);
