using System.ComponentModel;
using H2Ask.Core.Answering;

namespace H2Ask.Indexer.Mcp;

/// <summary>What the tool <c>ask</c> returns.</summary>
internal sealed record AnswerContent
{
    [Description("Whether the documents answer the question.")]
    public required bool Answered { get; init; }

    [Description("The answer with marks [1], [2] …, or one sentence of refusal.")]
    public required string Answer { get; init; }

    [Description("How sure it is, from 0 to 1, that the documents answer the question.")]
    public required double Confidence { get; init; }

    [Description("What worded the answer: extractive, the documents, or llm.")]
    public required string Mode { get; init; }

    [Description("What to know of the answer besides.")]
    public string? Notice { get; init; }

    [Description("The statements, in their order.")]
    public required IReadOnlyList<StatementContent> Statements { get; init; }

    [Description("What the statements rest on.")]
    public required IReadOnlyList<CitationContent> Citations { get; init; }

    [Description("Passages worth reading, where the question was refused.")]
    public required IReadOnlyList<PassageContent> Nearest { get; init; }

    public static AnswerContent Of(Answer answer) => new()
    {
        Answered = answer.Answered,
        Answer = answer.Text,
        Confidence = answer.Confidence,
        Mode = answer.Mode == AnswerMode.Llm ? "llm" : "extractive",
        Notice = answer.Notice,
        Statements = [.. answer.Statements.Select(statement => new StatementContent(statement.Text, statement.Citations, statement.Label, statement.Note))],
        Citations = [.. answer.Citations.Select(CitationContent.Of)],
        Nearest = answer.Answered ? [] : [.. answer.Hits.Select(PassageContent.Of)],
    };
}
