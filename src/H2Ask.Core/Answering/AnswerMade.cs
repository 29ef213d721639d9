namespace H2Ask.Core.Answering;

/// <summary>The answer is whole: always the last step.</summary>
/// <param name="Answer">The answer, with the statements given before it.</param>
public sealed record AnswerMade(Answer Answer) : AnswerEvent;
