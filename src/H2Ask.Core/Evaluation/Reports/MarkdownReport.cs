using System.Globalization;
using System.Text;

namespace H2Ask.Core.Evaluation.Reports;

/// <summary>The report as Markdown: the metrics, how far confidence is borne out, what changed, and every miss.</summary>
internal static class MarkdownReport
{
    public static string Write(EvaluationReport report)
    {
        var scores = report.Questions.Select(question => question.Score).ToList();
        var (score, misses) = (Score.Of(scores), Miss.In(report.Questions));
        var text = new StringBuilder();
        text.Line($"# Citation accuracy").Line();
        text.Line($"{score.Questions} questions of {MarkdownLine.Escape(report.QuestionFile)}, answered by {MarkdownLine.Escape(report.Source)}, {report.MadeAt:yyyy-MM-dd HH:mm zzz}.");
        text.Line($"{score.Failed} failed requests, {misses.Count} questions with a miss.").Line();
        WriteMetrics(text, score);
        WriteReliability(text, Reliability.Of(scores));
        if (report.Comparison is { } comparison) ComparisonSection.Write(text, comparison, report.ComparedWith ?? "an earlier run");
        MissSections.Write(text, misses, report.Texts);
        return text.ToString();
    }

    private static void WriteMetrics(StringBuilder text, Score score)
    {
        text.Line($"## Metrics").Line();
        text.Line($"| | all |{string.Concat(score.CountByType.Keys.Select(type => $" {MarkdownLine.Escape(type)} |"))}");
        text.Line($"| --- | ---: |{string.Concat(score.CountByType.Select(_ => " ---: |"))}");
        text.Line($"| questions | {score.Questions} |{string.Concat(score.CountByType.Values.Select(count => Invariant($" {count} |")))}");
        foreach (var metric in Metrics.All.Where(score.Overall.ContainsKey))
        {
            var byType = score.CountByType.Keys.Select(type => Invariant($" {Share(score.ByType[type], metric)} |"));
            text.Line($"| {metric} | {score.Overall[metric]:0.000} |{string.Concat(byType)}");
        }

        text.Line();
        if (score.Median is not null) text.Line($"Latency of an answer: {score.Median:0.0} ms in the median (p50), {score.Percentile95:0.0} ms at p95.").Line();
    }

    private static void WriteReliability(StringBuilder text, Reliability reliability)
    {
        text.Line($"## Confidence").Line();
        if (reliability.CalibrationError is not { } error)
        {
            text.Line($"Nothing was answered.").Line();
            return;
        }

        text.Line($"An answer is correct here where it cites a gold passage; refusals do not count. Mean distance between confidence and correctness: {error:0.000}.").Line();
        text.Line($"| confidence | answers | mean confidence | correct |").Line($"| --- | ---: | ---: | ---: |");
        foreach (var bin in reliability.Bins)
        {
            text.Line(bin.Answers > 0
                ? $"| {bin.Least:0.0}–{bin.Least + 0.1:0.0} | {bin.Answers} | {bin.Confidence:0.000} | {bin.Correct:0.000} |"
                : (FormattableString)$"| {bin.Least:0.0}–{bin.Least + 0.1:0.0} | 0 | | |");
        }

        text.Line();
    }

    private static string Share(IReadOnlyDictionary<string, double> means, string metric) =>
        means.TryGetValue(metric, out var mean) ? mean.ToString("0.00", CultureInfo.InvariantCulture) : string.Empty;

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
