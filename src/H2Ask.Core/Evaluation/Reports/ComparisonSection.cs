using System.Text;

namespace H2Ask.Core.Evaluation.Reports;

/// <summary>What changed from an earlier run: the means, and each question that got better or worse.</summary>
internal static class ComparisonSection
{
    private const int LongestQuestion = 200;

    public static void Write(StringBuilder text, Comparison comparison, string earlier)
    {
        text.Line($"## Compared with {MarkdownLine.Escape(earlier)}").Line();
        text.Line($"{comparison.Shared} questions in both runs{Others(comparison)}. The means are over those in both.").Line();
        text.Line($"| | before | after | change |").Line($"| --- | ---: | ---: | ---: |");
        foreach (var change in comparison.Metrics) text.Line($"| {change.Metric} | {change.Before:0.000} | {change.After:0.000} | {change.After - change.Before:+0.000;-0.000;0.000} |");
        var (before, after) = comparison.Median;
        if (before is not null || after is not null) text.Line($"| latency p50 (ms) | {before:0.0} | {after:0.0} | {after - before:+0.0;-0.0;0.0} |");
        text.Line();
        WriteQuestions(text, "Worse", comparison.Worse);
        WriteQuestions(text, "Better in one, worse in another", comparison.Mixed);
        WriteQuestions(text, "Better", comparison.Better);
    }

    private static string Others(Comparison comparison) =>
        (comparison.OnlyBefore > 0 ? $", {comparison.OnlyBefore} only in the earlier one" : string.Empty)
        + (comparison.OnlyAfter > 0 ? $", {comparison.OnlyAfter} only in this one" : string.Empty);

    private static void WriteQuestions(StringBuilder text, string heading, IReadOnlyList<QuestionChange> changes)
    {
        text.Line($"### {heading} ({changes.Count})").Line();
        foreach (var change in changes)
        {
            text.Line($"- **{MarkdownLine.Escape(change.After.Id)}** {MarkdownLine.Escape(change.After.Question, LongestQuestion)}: {What(change)}");
        }

        if (changes.Count > 0) text.Line();
    }

    private static string What(QuestionChange change) => change switch
    {
        { After.Failure: { } failure } => $"failed: {MarkdownLine.Escape(failure)}",
        { Before.Failure: not null } => "failed before",
        _ => string.Join(", ", change.Metrics.Select(metric => FormattableString.Invariant($"{metric.Metric} {Value(metric.Before)} → {Value(metric.After)}"))),
    };

    private static string Value(double? value) => value is { } known ? FormattableString.Invariant($"{known:0.##}") : "–";
}
