namespace H2Ask.Core.Evaluation;

/// <summary>The names of the metrics. All lie between 0 and 1, and more is better; every mean is over the questions it applies to.</summary>
public static class Metrics
{
    /// <summary>The share of citations whose quote equals the text at their place.</summary>
    public const string Verbatim = "verbatim";

    /// <summary>Whether the first passage found covers a gold span.</summary>
    public const string HitAt1 = "hit@1";

    /// <summary>Whether one of the first five does.</summary>
    public const string HitAt5 = "hit@5";

    /// <summary>Whether one of the first ten does.</summary>
    public const string HitAt10 = "hit@10";

    /// <summary>The share of the required gold passages that the first five passages cover.</summary>
    public const string RecallAt5 = "recall@5";

    /// <summary>The reciprocal rank of the first passage that covers a gold span.</summary>
    public const string ReciprocalRank = "mrr@10";

    /// <summary>The share of an answer's citations that touch a gold span.</summary>
    public const string CitationPrecision = "cite.precision";

    /// <summary>The share of the required gold passages that the citations cover.</summary>
    public const string CitationRecall = "cite.recall";

    /// <summary>The harmonic mean of the two, a question.</summary>
    public const string CitationF1 = "cite.f1";

    /// <summary>The share of the expected facts that stand in the answer.</summary>
    public const string Facts = "facts";

    /// <summary>Whether a question that the corpus answers was answered.</summary>
    public const string Answered = "answered";

    /// <summary>Whether a question that the corpus does not answer was refused.</summary>
    public const string Refused = "refused";

    /// <summary>All metrics, in the order they are shown.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        Verbatim, HitAt1, HitAt5, HitAt10, RecallAt5, ReciprocalRank, CitationPrecision, CitationRecall, CitationF1, Facts, Answered, Refused,
    ];
}
