namespace H2Ask.Core.Evaluation;

/// <summary>What a test set scored: the mean of each metric over the questions it applies to.</summary>
public sealed class Score
{
    private Score(IReadOnlyCollection<QuestionScore> questions)
    {
        Questions = questions.Count;
        Failed = questions.Count(question => question.Failure is not null);
        Overall = Means(questions);
        CountByType = new SortedDictionary<string, int>(questions.CountBy(question => question.Type).ToDictionary(), StringComparer.Ordinal);
        ByType = questions.GroupBy(question => question.Type).ToDictionary(type => type.Key, Means);
        var times = questions.Select(question => question.Milliseconds).OfType<double>().Order().ToList();
        if (times.Count == 0) return;
        Median = times[times.Count / 2];
        Percentile95 = times[(int)(times.Count * 0.95)];
    }

    /// <summary>How many questions were asked.</summary>
    public int Questions { get; }

    /// <summary>How many requests failed.</summary>
    public int Failed { get; }

    /// <summary>The means over all questions, by metric.</summary>
    public IReadOnlyDictionary<string, double> Overall { get; }

    /// <summary>How many questions there are of each type, in the order of the types' names.</summary>
    public IReadOnlyDictionary<string, int> CountByType { get; }

    /// <summary>The means over the questions of each type.</summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, double>> ByType { get; }

    /// <summary>The median time of an answer in milliseconds; null where nothing was answered.</summary>
    public double? Median { get; }

    /// <summary>The time in milliseconds that 95 of 100 answers keep within.</summary>
    public double? Percentile95 { get; }

    /// <summary>The score of the questions.</summary>
    public static Score Of(IReadOnlyCollection<QuestionScore> questions) => new(questions);

    /// <summary>The mean of a metric, over all questions (<c>facts</c>) or those of a type (<c>facts/list</c>); null where it applies to none.</summary>
    public double? Mean(string name)
    {
        var slash = name.IndexOf('/', StringComparison.Ordinal);
        var means = slash < 0 ? Overall : ByType.GetValueOrDefault(name[(slash + 1)..]);
        return means is not null && means.TryGetValue(slash < 0 ? name : name[..slash], out var mean) ? mean : null;
    }

    private static IReadOnlyDictionary<string, double> Means(IEnumerable<QuestionScore> questions)
    {
        var all = questions.ToList();
        var means = new Dictionary<string, double>();
        foreach (var metric in Metrics.All)
        {
            var (sum, weights) = (0.0, 0);
            foreach (var question in all)
            {
                if (question.Measure(metric) is not { } value) continue;
                var weight = Weight(metric, question);
                sum += value * weight;
                weights += weight;
            }

            if (weights > 0) means[metric] = sum / weights;
        }

        return means;
    }

    /// <summary>Citations are checked one by one: an answer with three counts three times.</summary>
    private static int Weight(string metric, QuestionScore question) => metric == Metrics.Verbatim ? question.Cited.Count : 1;
}
