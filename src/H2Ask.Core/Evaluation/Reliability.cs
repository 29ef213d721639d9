namespace H2Ask.Core.Evaluation;

/// <summary>How far the confidence that answers state is borne out: of those that say 0.8, eight in ten should cite a gold passage. Refusals state nothing and do not count.</summary>
public sealed record Reliability
{
    private const int Tenths = 10;

    /// <summary>The ten bins, from the least confidence.</summary>
    public required IReadOnlyList<ConfidenceBin> Bins { get; init; }

    /// <summary>The mean distance between confidence and correctness over the bins, by their answers; null where nothing was answered.</summary>
    public required double? CalibrationError { get; init; }

    /// <summary>The reliability of the answers.</summary>
    public static Reliability Of(IEnumerable<QuestionScore> questions)
    {
        var answers = questions.Where(question => question.Answered == true).ToLookup(question => Tenth(question.Confidence));
        var bins = Enumerable.Range(0, Tenths).Select(tenth => Bin(tenth, [.. answers[tenth]])).ToList();
        var count = bins.Sum(bin => bin.Answers);
        return new Reliability
        {
            Bins = bins,
            CalibrationError = count > 0 ? bins.Sum(bin => bin.Answers * Math.Abs(bin.Confidence - bin.Correct)) / count : null,
        };
    }

    private static int Tenth(double? confidence) => Math.Clamp((int)Math.Clamp((confidence ?? 0) * Tenths, 0, Tenths), 0, Tenths - 1);

    private static ConfidenceBin Bin(int tenth, IReadOnlyList<QuestionScore> answers) => new(
        (double)tenth / Tenths,
        answers.Count,
        answers.Count > 0 ? answers.Average(answer => answer.Confidence ?? 0) : 0,
        answers.Count > 0 ? answers.Average(answer => answer.Measure(Metrics.CitationPrecision) > 0 ? 1.0 : 0.0) : 0);
}
