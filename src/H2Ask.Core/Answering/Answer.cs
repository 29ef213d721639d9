using H2Ask.Core.Retrieval;

namespace H2Ask.Core.Answering;

/// <summary>What the corpus says to a question, every statement with its proof; or that it does not say it.</summary>
public sealed record Answer
{
    /// <summary>The question as it was understood, without the conversation before it.</summary>
    public required string StandaloneQuestion { get; init; }

    /// <summary>The short names of the places that the question names, each once.</summary>
    public IReadOnlyList<string> Places => QuestionAnalysis.Of(StandaloneQuestion).PlaceNames;

    /// <summary>Whether the corpus answers it.</summary>
    public required bool Answered { get; init; }

    /// <summary>The answer to show, with citation marks: the statements, or one sentence of refusal.</summary>
    public required string Text { get; init; }

    /// <summary>How sure it is, from 0 to 1, that the corpus answers the question.</summary>
    public required double Confidence { get; init; }

    /// <summary>The statements, in their order.</summary>
    public IReadOnlyList<Statement> Statements { get; init; } = [];

    /// <summary>What the statements rest on, numbered from 1.</summary>
    public IReadOnlyList<Citation> Citations { get; init; } = [];

    /// <summary>The passages that were found, the best first.</summary>
    public IReadOnlyList<SearchHit> Hits { get; init; } = [];

    /// <summary>What worded it: the documents themselves, or an LLM.</summary>
    public AnswerMode Mode { get; init; } = AnswerMode.Extractive;

    /// <summary>What a reader should know of it besides, in the language of the question: that nothing was found of one thing compared, that the LLM failed. Null where there is nothing to say.</summary>
    public string? Notice { get; init; }

    /// <summary>What kept the LLM from a proved answer, for whoever runs it; holds nothing of the question. Null where nothing did.</summary>
    public string? Warning { get; init; }
}
