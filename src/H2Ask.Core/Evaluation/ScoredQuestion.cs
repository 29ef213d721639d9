namespace H2Ask.Core.Evaluation;

/// <summary>A question, what was answered and found, and what that scored.</summary>
/// <param name="Question">The question.</param>
/// <param name="Answer">The answer; null where the request failed.</param>
/// <param name="Hits">The passages found, the best first; none for a question that the corpus does not answer.</param>
/// <param name="Score">What it scored.</param>
public sealed record ScoredQuestion(EvaluationQuestion Question, GivenAnswer? Answer, IReadOnlyList<FoundPassage> Hits, QuestionScore Score);
