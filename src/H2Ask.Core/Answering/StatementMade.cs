namespace H2Ask.Core.Answering;

/// <summary>A statement is proved, and stands in the answer for good.</summary>
/// <param name="Statement">The statement.</param>
/// <param name="Citations">Those of its citations that no statement before it carried.</param>
public sealed record StatementMade(Statement Statement, IReadOnlyList<Citation> Citations) : AnswerEvent;
