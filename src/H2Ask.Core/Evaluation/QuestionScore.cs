namespace H2Ask.Core.Evaluation;

/// <summary>What a question scored: what a result file keeps of it, enough to compare with another run.</summary>
public sealed record QuestionScore
{
    /// <summary>The question's name in its file.</summary>
    public required string Id { get; init; }

    /// <summary>What sort of question it is.</summary>
    public required string Type { get; init; }

    /// <summary>What was asked.</summary>
    public required string Question { get; init; }

    /// <summary>Whether it was answered; null where the request failed.</summary>
    public bool? Answered { get; init; }

    /// <summary>The answer as it was shown.</summary>
    public string? Answer { get; init; }

    /// <summary>How sure the answer was said to be.</summary>
    public double? Confidence { get; init; }

    /// <summary>The places that the answer cited.</summary>
    public required IReadOnlyList<CitedPlace> Cited { get; init; }

    /// <summary>The place of the first passage found that covers a gold span, from 1; null where none does.</summary>
    public int? Rank { get; init; }

    /// <summary>How long the answer took.</summary>
    public double? Milliseconds { get; init; }

    /// <summary>Why there is no answer; null where there is one.</summary>
    public string? Failure { get; init; }

    /// <summary>The metrics that apply to the question, by name.</summary>
    public required IReadOnlyDictionary<string, double> Measures { get; init; }

    /// <summary>A metric's value where it applies.</summary>
    public double? Measure(string metric) => Measures.TryGetValue(metric, out var value) ? value : null;
}
