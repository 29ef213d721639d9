namespace H2Ask.Core.Retrieval.Findings;

/// <summary>What was found for a question.</summary>
/// <param name="Question">The question.</param>
/// <param name="Hits">The passages, the best first.</param>
/// <param name="Findings">The sentences of the first of them, the best first.</param>
/// <param name="Confidence">How sure it is that they answer it, from 0 to 1.</param>
/// <param name="IsAnswer">Whether that is enough, and they are of the place and time asked for.</param>
internal sealed record FoundAnswers(string Question, IReadOnlyList<SearchHit> Hits, IReadOnlyList<ScoredFinding> Findings, double Confidence, bool IsAnswer);
