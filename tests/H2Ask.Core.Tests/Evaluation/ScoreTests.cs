using H2Ask.Core.Evaluation;
using static H2Ask.Core.Tests.Evaluation.Evaluated;

namespace H2Ask.Core.Tests.Evaluation;

public sealed class ScoreTests
{
    [Fact]
    public void Means_are_over_the_questions_that_a_metric_applies_to()
    {
        var score = Score.Of(
        [
            Row("a", (Metrics.Facts, 1), (Metrics.HitAt1, 1)),
            Row("b", (Metrics.HitAt1, 0)) with { Type = "when" },
            Row("c", (Metrics.Facts, 0.5), (Metrics.HitAt1, 0)),
            Row("d") with { Failure = "HTTP 503" },
        ]);

        Assert.Equal((4, 1), (score.Questions, score.Failed));
        Assert.Equal(0.75, score.Mean("facts"));
        Assert.Equal(1.0 / 3, score.Mean("hit@1"));
        Assert.Equal(0.5, score.Mean("hit@1/list"));
        Assert.Equal(0, score.Mean("hit@1/when"));
        Assert.Null(score.Mean("facts/when"));
        Assert.Null(score.Mean("facts/who"));
        Assert.Null(score.Mean("refused"));
        Assert.Equal(["list", "when"], score.CountByType.Keys);
    }

    [Fact]
    public void Citations_are_counted_one_by_one()
    {
        var place = new CitedPlace(FileName, 0, 1);

        var score = Score.Of([Row("a", (Metrics.Verbatim, 1)) with { Cited = [place, place, place] }, Row("b", (Metrics.Verbatim, 0)) with { Cited = [place] }]);

        Assert.Equal(0.75, score.Mean("verbatim"));
    }

    [Fact]
    public void Times_are_those_at_the_half_and_at_nineteen_twentieths()
    {
        var score = Score.Of([.. Enumerable.Range(1, 20).Reverse().Select(time => Row($"{time}") with { Milliseconds = time })]);

        Assert.Equal((11.0, 20.0), (score.Median, score.Percentile95));
        Assert.Null(Score.Of([Row("a")]).Median);
    }

    [Theory]
    [InlineData("hit@1=0.6", "hit@1=0.500 < 0.6")]
    [InlineData("hit@1=0.5", null)]
    [InlineData("hit@1/list=.75", "hit@1/list=0.500 < 0.75")]
    [InlineData("hit@1/who=0.1", "hit@1/who=0.000 < 0.1")]
    [InlineData("refused=1", "refused=0.000 < 1")]
    public void A_threshold_says_what_falls_short(string threshold, string? shortOf) =>
        Assert.Equal(shortOf, Threshold.TryParse(threshold)!.ShortOf(Score.Of([Row("a", (Metrics.HitAt1, 1)), Row("b", (Metrics.HitAt1, 0))])));

    [Theory]
    [InlineData("hit@2=0.5")]
    [InlineData("hit@1")]
    [InlineData("hit@1=")]
    [InlineData("hit@1=2")]
    [InlineData("hit@1=-1")]
    [InlineData("hit@1=NaN")]
    [InlineData("hit@1=0.5=1")]
    public void A_threshold_that_could_never_be_meant_is_none(string threshold) => Assert.Null(Threshold.TryParse(threshold));

    [Fact]
    public void Reliability_sets_what_answers_claim_against_what_they_cite()
    {
        var reliability = Reliability.Of(
        [
            Row("a", (Metrics.CitationPrecision, 1)) with { Confidence = 0.92 },
            Row("b", (Metrics.CitationPrecision, 0)) with { Confidence = 0.98 },
            Row("c", (Metrics.Refused, 0)) with { Confidence = 0.25 },
            Row("d", (Metrics.CitationPrecision, 0.5)) with { Confidence = 1 },
            Row("e") with { Confidence = 0.1, Answered = false },
            Row("f") with { Confidence = null, Answered = null, Failure = "HTTP 500" },
        ]);

        Assert.Equal([0, 0, 1, 0, 0, 0, 0, 0, 0, 3], reliability.Bins.Select(bin => bin.Answers));
        Assert.Equal(2.9 / 3, reliability.Bins[9].Confidence, 12);
        Assert.Equal(2.0 / 3, reliability.Bins[9].Correct, 12);
        Assert.Equal(0, reliability.Bins[2].Correct);
        Assert.Equal((0.25 + (3 * 0.3)) / 4, reliability.CalibrationError!.Value, 12);
        Assert.Null(Reliability.Of([]).CalibrationError);
    }
}
