namespace H2Ask.Core.Evaluation;

/// <summary>What was answered to a question of a test set.</summary>
/// <param name="Answered">Whether it was answered, not refused.</param>
/// <param name="Text">The answer as it is shown.</param>
/// <param name="Confidence">How sure the answer is said to be, from 0 to 1.</param>
/// <param name="Citations">What the answer cites.</param>
public sealed record GivenAnswer(bool Answered, string Text, double Confidence, IReadOnlyList<FoundPassage> Citations);
