namespace H2Ask.Core.Evaluation;

/// <summary>The questions of a file.</summary>
/// <param name="Questions">The questions, in their order.</param>
/// <param name="Remarks">What seems wrong with them but keeps nothing from being scored, in sentences.</param>
public sealed record QuestionSet(IReadOnlyList<EvaluationQuestion> Questions, IReadOnlyList<string> Remarks);
