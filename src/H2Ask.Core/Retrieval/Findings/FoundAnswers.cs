namespace H2Ask.Core.Retrieval.Findings;

/// <summary>What was found for a question.</summary>
/// <param name="Question">The question.</param>
/// <param name="Hits">The passages, the best first.</param>
/// <param name="Findings">The sentences of the first of them, the best first.</param>
/// <param name="Confidence">How sure it is that they answer it, from 0 to 1.</param>
/// <param name="IsNearMiss">Whether they are of another place or time than the question, however like it they are.</param>
internal sealed record FoundAnswers(string Question, IReadOnlyList<SearchHit> Hits, IReadOnlyList<ScoredFinding> Findings, double Confidence, bool IsNearMiss)
{
    /// <summary>Whether they are taken for an answer where so much confidence is asked for.</summary>
    public bool IsAnswer(double least) => !IsNearMiss && Confidence >= least;
}
