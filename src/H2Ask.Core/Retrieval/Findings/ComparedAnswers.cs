namespace H2Ask.Core.Retrieval.Findings;

/// <summary>What was found for a question as a whole and, where it compares, for each of its sides.</summary>
/// <param name="Whole">For the whole question.</param>
/// <param name="Sides">For each side, in the question's order; none where it compares nothing.</param>
/// <param name="Hits">The passages, the best of all in turn.</param>
internal sealed record ComparedAnswers(FoundAnswers Whole, IReadOnlyList<(string Label, FoundAnswers Found)> Sides, IReadOnlyList<SearchHit> Hits);
