namespace H2Ask.Core.Evaluation;

/// <summary>What changed from an earlier run to this one, over the questions that both asked in the same words.</summary>
public sealed record Comparison
{
    /// <summary>How many questions both runs asked.</summary>
    public required int Shared { get; init; }

    /// <summary>How many only the earlier run asked.</summary>
    public required int OnlyBefore { get; init; }

    /// <summary>How many only this run asked.</summary>
    public required int OnlyAfter { get; init; }

    /// <summary>The means over the shared questions.</summary>
    public required IReadOnlyList<MetricChange> Metrics { get; init; }

    /// <summary>The median times over the shared questions, in milliseconds.</summary>
    public required (double? Before, double? After) Median { get; init; }

    /// <summary>The questions that got better in one metric or more and worse in none.</summary>
    public required IReadOnlyList<QuestionChange> Better { get; init; }

    /// <summary>The questions that got worse in one metric or more and better in none.</summary>
    public required IReadOnlyList<QuestionChange> Worse { get; init; }

    /// <summary>The questions that got better in one metric and worse in another.</summary>
    public required IReadOnlyList<QuestionChange> Mixed { get; init; }

    /// <summary>Compares two runs.</summary>
    public static Comparison Of(IReadOnlyCollection<QuestionScore> before, IReadOnlyCollection<QuestionScore> after)
    {
        var earlier = before.DistinctBy(Key).ToDictionary(Key);
        var shared = after.DistinctBy(Key)
            .Where(question => earlier.ContainsKey(Key(question)))
            .Select(question => (Before: earlier[Key(question)], After: question)).ToList();
        var (scoreBefore, scoreAfter) = (Score.Of(shared.ConvertAll(pair => pair.Before)), Score.Of(shared.ConvertAll(pair => pair.After)));
        var changes = shared.ConvertAll(pair => new QuestionChange(pair.Before, pair.After, Changes(pair.Before, pair.After)));
        return new Comparison
        {
            Shared = shared.Count,
            OnlyBefore = earlier.Count - shared.Count,
            OnlyAfter = after.DistinctBy(Key).Count() - shared.Count,
            Metrics = [.. Evaluation.Metrics.All
                .Select(metric => new MetricChange(metric, scoreBefore.Mean(metric), scoreAfter.Mean(metric)))
                .Where(change => change.Before is not null || change.After is not null)],
            Median = (scoreBefore.Median, scoreAfter.Median),
            Better = changes.FindAll(change => Rose(change) && !Fell(change)),
            Worse = changes.FindAll(change => Fell(change) && !Rose(change)),
            Mixed = changes.FindAll(change => Rose(change) && Fell(change)),
        };
    }

    private static (string Id, string Question) Key(QuestionScore question) => (question.Id, question.Question);

    private static List<MetricChange> Changes(QuestionScore before, QuestionScore after) =>
        before.Failure is not null || after.Failure is not null
            ? []
            : [.. Evaluation.Metrics.All
                .Select(metric => new MetricChange(metric, before.Measure(metric), after.Measure(metric)))
                .Where(change => change.Before != change.After)];

    private static bool Rose(QuestionChange change) =>
        (change.Before.Failure is not null && change.After.Failure is null) || change.Metrics.Any(metric => metric.After > metric.Before);

    private static bool Fell(QuestionChange change) =>
        (change.Before.Failure is null && change.After.Failure is not null) || change.Metrics.Any(metric => metric.After < metric.Before);
}
