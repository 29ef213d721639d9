using H2Ask.Core.Evaluation;
using H2Ask.Tests;
using static H2Ask.Core.Tests.Evaluation.Evaluated;

namespace H2Ask.Core.Tests.Evaluation;

public sealed class ComparisonTests
{
    [Fact]
    public void Questions_are_told_apart_by_what_got_better_and_what_got_worse()
    {
        QuestionScore[] before =
        [
            Row("rose", (Metrics.HitAt1, 0), (Metrics.Facts, 0.5)),
            Row("fell", (Metrics.HitAt1, 1)),
            Row("both", (Metrics.HitAt1, 1), (Metrics.Facts, 0)),
            Row("same", (Metrics.HitAt1, 1)),
            Row("broke", (Metrics.HitAt1, 0)),
            Row("mended") with { Failure = "HTTP 500" },
            Row("gone", (Metrics.HitAt1, 1)),
        ];
        QuestionScore[] after =
        [
            Row("rose", (Metrics.HitAt1, 1), (Metrics.Facts, 0.5)),
            Row("fell", (Metrics.HitAt1, 0)),
            Row("both", (Metrics.HitAt1, 0), (Metrics.Facts, 1)),
            Row("same", (Metrics.HitAt1, 1)),
            Row("broke") with { Failure = "HTTP 500" },
            Row("mended", (Metrics.HitAt1, 0)),
            Row("new", (Metrics.HitAt1, 0)),
        ];

        var comparison = Comparison.Of(before, after);

        Assert.Equal(["rose", "mended"], comparison.Better.Select(change => change.After.Id));
        Assert.Equal(["fell", "broke"], comparison.Worse.Select(change => change.After.Id));
        Assert.Equal(["both"], comparison.Mixed.Select(change => change.After.Id));
        Assert.Equal([new MetricChange(Metrics.HitAt1, 0, 1)], comparison.Better[0].Metrics);
        Assert.Equal((6, 1, 1), (comparison.Shared, comparison.OnlyBefore, comparison.OnlyAfter));
    }

    [Fact]
    public void Means_are_over_the_questions_in_both_runs()
    {
        var comparison = Comparison.Of(
            [Row("a", (Metrics.HitAt1, 0)), Row("gone", (Metrics.HitAt1, 1))],
            [Row("a", (Metrics.HitAt1, 1), (Metrics.Facts, 0.5))]);

        Assert.Equal([new MetricChange(Metrics.HitAt1, 0, 1), new MetricChange(Metrics.Facts, null, 0.5)], comparison.Metrics);
    }

    [Fact]
    public void A_question_that_was_written_anew_is_another_question()
    {
        var comparison = Comparison.Of([Row("a", (Metrics.HitAt1, 0))], [Row("a", (Metrics.HitAt1, 1)) with { Question = "另一个？" }]);

        Assert.Equal((0, 1, 1), (comparison.Shared, comparison.OnlyBefore, comparison.OnlyAfter));
        Assert.Empty(comparison.Better);
    }

    [Fact]
    public void Results_are_read_as_they_were_written()
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "results.jsonl");
        var rows = new[]
        {
            Scored(Question(Gold(10, 20)), Answer(Place(10, 20)) with { Text = "答\n案 𠀀" }, Place(10, 20)).Score,
            Scorer.Failed(Question(), "HTTP 500").Score with { Id = "failed" },
        };

        ResultFile.Write(path, rows);

        Assert.Equivalent(rows, ResultFile.Read(path), strict: true);
        Assert.Equal(2, File.ReadLines(path).Count());
    }

    [Theory]
    [InlineData("{}", "Line 1")]
    [InlineData("null", "null")]
    [InlineData("""{"id":"a","type":"t","question":"q","cited":[],"measures":{"facts":7}}""", "facts is not between 0 and 1")]
    [InlineData("""{"id":"a","type":"t","question":"q","cited":[],"measures":{"facts":"much"}}""", "$.measures.facts")]
    [InlineData("""{"id":"a","type":"t","question":"q","cited":[null],"measures":{}}""", "a cited place is null")]
    [InlineData("""{"id":null,"type":"t","question":"q","cited":[],"measures":{}}""", "$.id")]
    public void A_file_that_is_no_result_is_refused_in_a_sentence(string line, string part)
    {
        using var folder = new TemporaryFolder();
        folder.With("results.jsonl", line);

        var fault = Assert.Throws<EvaluationException>(() => ResultFile.Read(Path.Combine(folder.Path, "results.jsonl")));

        Assert.Contains(part, fault.Message, StringComparison.Ordinal);
    }
}
