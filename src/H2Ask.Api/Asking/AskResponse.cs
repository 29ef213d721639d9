using H2Ask.Core.Answering;

namespace H2Ask.Api.Asking;

/// <summary>An answer, every statement with its proof; or that the corpus does not say it, with what was found nearest.</summary>
public sealed record AskResponse
{
    /// <summary>Names this answer.</summary>
    public required string Id { get; init; }

    /// <summary>What was asked.</summary>
    public required string Question { get; init; }

    /// <summary>The question as it was understood, without the conversation before it.</summary>
    public required string StandaloneQuestion { get; init; }

    /// <summary>Whether the corpus answers it.</summary>
    public required bool Answered { get; init; }

    /// <summary>The answer with citation marks, or one sentence of refusal.</summary>
    public required string Answer { get; init; }

    /// <summary>How sure it is, from 0 to 1, that the documents answer the question.</summary>
    public required double Confidence { get; init; }

    /// <summary>The statements, in their order.</summary>
    public required IReadOnlyList<StatementResponse> Statements { get; init; }

    /// <summary>What the statements rest on.</summary>
    public required IReadOnlyList<CitationResponse> Citations { get; init; }

    /// <summary>Passages worth reading, where the question was refused.</summary>
    public required IReadOnlyList<PassageResponse> Nearest { get; init; }

    /// <summary>The short names of the places that the question names.</summary>
    public required IReadOnlyList<string> Places { get; init; }

    /// <summary>What worded the answer: <c>extractive</c>, the documents, or <c>llm</c>.</summary>
    public required string Mode { get; init; }

    /// <summary>What to know of it besides, in the language of the question: that nothing was found of one thing compared, that no document fits the filters, that the question is too long, that the LLM failed, or that statements of it were left out.</summary>
    public string? Notice { get; init; }

    /// <summary>What took how long, in milliseconds.</summary>
    public required IReadOnlyDictionary<string, double> Timings { get; init; }

    /// <summary>Describes an answer.</summary>
    internal static AskResponse Of(string question, Answer answer, TimeSpan time) => new()
    {
        Id = Guid.CreateVersion7().ToString("N"),
        Question = question,
        StandaloneQuestion = answer.StandaloneQuestion,
        Answered = answer.Answered,
        Answer = answer.Text,
        Confidence = answer.Confidence,
        Statements = [.. answer.Statements.Select(StatementResponse.Of)],
        Citations = [.. answer.Citations.Select(CitationResponse.Of)],
        Nearest = answer.Answered ? [] : [.. answer.Hits.Select(PassageResponse.Of)],
        Places = answer.Places,
        Mode = answer.Mode == AnswerMode.Llm ? "llm" : "extractive",
        Notice = answer.Notice,
        Timings = new Dictionary<string, double> { ["total"] = Math.Round(time.TotalMilliseconds, 2) },
    };
}
