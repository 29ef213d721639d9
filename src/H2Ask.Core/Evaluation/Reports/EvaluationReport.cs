namespace H2Ask.Core.Evaluation.Reports;

/// <summary>What a report of an evaluation tells.</summary>
public sealed record EvaluationReport
{
    /// <summary>The question file.</summary>
    public required string QuestionFile { get; init; }

    /// <summary>What answered: the folder of an index, or the address of a service.</summary>
    public required string Source { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset MadeAt { get; init; }

    /// <summary>The questions with what was answered and found.</summary>
    public required IReadOnlyList<ScoredQuestion> Questions { get; init; }

    /// <summary>The texts of the corpus, to say which quotes are not verbatim.</summary>
    public required CorpusTexts Texts { get; init; }

    /// <summary>The result file of the earlier run; null where there is no comparison.</summary>
    public string? ComparedWith { get; init; }

    /// <summary>What changed from the earlier run.</summary>
    public Comparison? Comparison { get; init; }
}
