using H2Ask.Core.Evaluation;

namespace H2Ask.Indexer.Commands;

/// <summary>A score as lines for the terminal.</summary>
internal static class ScoreTable
{
    public static IEnumerable<string> Lines(Score score)
    {
        yield return $"{score.Questions} questions, {score.Failed} failed requests";
        foreach (var metric in Metrics.All.Where(score.Overall.ContainsKey))
        {
            var byType = score.CountByType.Keys.Where(type => score.ByType[type].ContainsKey(metric)).Select(type => Invariant($"{type} {score.ByType[type][metric]:0.00}"));
            yield return Invariant($"{metric,-15} {score.Overall[metric]:0.000}   {string.Join("  ", byType)}");
        }

        if (score.Median is not null) yield return Invariant($"{"latency ms",-15} p50 {score.Median:0.0}  p95 {score.Percentile95:0.0}");
    }

    public static IEnumerable<string> Lines(Comparison comparison)
    {
        yield return string.Empty;
        yield return $"Compared over {comparison.Shared} questions in both runs: {comparison.Better.Count} better, {comparison.Worse.Count} worse, {comparison.Mixed.Count} better in one and worse in another";
        foreach (var change in comparison.Metrics)
        {
            yield return Invariant($"{change.Metric,-15} {change.Before,5:0.000} → {change.After,5:0.000}   {change.After - change.Before:+0.000;-0.000;0.000}");
        }

        foreach (var question in comparison.Worse) yield return $"worse   {Named(question.After)}";
        foreach (var question in comparison.Mixed) yield return $"mixed   {Named(question.After)}";
        foreach (var question in comparison.Better) yield return $"better  {Named(question.After)}";
    }

    public static IEnumerable<string> Failures(IEnumerable<QuestionScore> questions) =>
        questions.Where(question => question.Failure is not null).Select(question => $"{question.Id}: {PlainLine.Of(question.Failure!)}");

    private static string Named(QuestionScore question) => $"{question.Id}  {PlainLine.Of(question.Question)}";

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
