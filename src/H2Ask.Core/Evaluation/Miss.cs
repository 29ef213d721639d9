namespace H2Ask.Core.Evaluation;

/// <summary>A question that did not reach all it could.</summary>
/// <param name="Kind">What it lacks most.</param>
/// <param name="Question">The question, with what was found instead.</param>
public sealed record Miss(MissKind Kind, ScoredQuestion Question)
{
    /// <summary>Every question that scored less than 1 in a metric, the gravest first.</summary>
    public static IReadOnlyList<Miss> In(IEnumerable<ScoredQuestion> questions) =>
        [.. questions.Select(question => (Kind: KindOf(question.Score), Question: question))
            .Where(miss => miss.Kind is not null)
            .Select(miss => new Miss(miss.Kind!.Value, miss.Question))
            .OrderBy(miss => miss.Kind)];

    private static MissKind? KindOf(QuestionScore score) => score switch
    {
        { Failure: not null } => MissKind.Failed,
        _ when score.Measure(Metrics.Verbatim) < 1 => MissKind.NotVerbatim,
        _ when score.Measure(Metrics.Refused) < 1 => MissKind.AnsweredWithoutSupport,
        _ when score.Measure(Metrics.Answered) < 1 => MissKind.Refused,
        _ when score.Measure(Metrics.HitAt10) < 1 => MissKind.NotFound,
        _ when score.Measure(Metrics.CitationRecall) < 1 => MissKind.NotCited,
        _ when score.Measure(Metrics.Facts) < 1 => MissKind.FactMissing,
        _ when score.Measure(Metrics.HitAt1) < 1 || score.Measure(Metrics.RecallAt5) < 1 => MissKind.FoundLate,
        _ when score.Measure(Metrics.CitationPrecision) < 1 => MissKind.CitedBeside,
        _ => null,
    };
}
