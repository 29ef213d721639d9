using H2Ask.Core.Evaluation;
using static H2Ask.Core.Tests.Evaluation.Evaluated;

namespace H2Ask.Core.Tests.Evaluation;

public sealed class ScorerTests
{
    [Theory]
    [InlineData(10, 16, 1)] // six of ten: just enough
    [InlineData(14, 40, 1)]
    [InlineData(10, 15, 0)]
    [InlineData(15, 40, 0)]
    public void A_passage_is_a_hit_where_it_covers_six_tenths_of_a_gold_span(int start, int end, double hit) =>
        Assert.Equal(hit, Scored(Question(Gold(10, 20)), Answer(), Place(start, end)).Measure(Metrics.HitAt1));

    [Fact]
    public void The_rank_of_the_first_hit_makes_hits_and_the_reciprocal_rank()
    {
        var other = Place(50, 60);

        var scored = Scored(Question(Gold(10, 20)), Answer(), other, other, Place(10, 20), Place(10, 20));

        Assert.Equal(3, scored.Score.Rank);
        Assert.Equal(0, scored.Measure(Metrics.HitAt1));
        Assert.Equal(1, scored.Measure(Metrics.HitAt5));
        Assert.Equal(1, scored.Measure(Metrics.HitAt10));
        Assert.Equal(1.0 / 3, scored.Measure(Metrics.ReciprocalRank));
    }

    [Fact]
    public void Recall_counts_the_first_five_passages_only()
    {
        var other = Place(50, 60);

        var scored = Scored(Question(Gold(10, 20), Gold(30, 40)), Answer(), Place(10, 20), other, other, other, other, Place(30, 40));

        Assert.Equal(0.5, scored.Measure(Metrics.RecallAt5));
    }

    [Fact]
    public void What_is_not_found_scores_nothing()
    {
        var scored = Scored(Question(Gold(10, 20)), Answer(), Place(50, 60));

        Assert.Null(scored.Score.Rank);
        Assert.Equal(0, scored.Measure(Metrics.HitAt10));
        Assert.Equal(0, scored.Measure(Metrics.ReciprocalRank));
        Assert.Equal(0, scored.Measure(Metrics.RecallAt5));
    }

    [Fact]
    public void The_same_offsets_in_another_file_are_no_hit_and_no_citation()
    {
        var elsewhere = Place(10, 20) with { File = "别.txt" };

        var scored = Scored(Question(Gold(10, 20)), Answer(elsewhere), elsewhere);

        Assert.Equal(0, scored.Measure(Metrics.HitAt1));
        Assert.Equal(0, scored.Measure(Metrics.CitationRecall));
        Assert.Equal(0, scored.Measure(Metrics.CitationPrecision));
    }

    [Fact]
    public void Any_place_of_a_gold_passage_will_do()
    {
        var twice = Gold(10, 20) with { Spans = [new(10, 20), new(70, 80)] };

        var scored = Scored(Question(twice), Answer(Place(70, 80)), Place(70, 80));

        Assert.Equal(1, scored.Measure(Metrics.HitAt1));
        Assert.Equal(1, scored.Measure(Metrics.CitationF1));
    }

    [Fact]
    public void Precision_recall_and_f1_weigh_the_citations()
    {
        // Of three citations two touch gold (one by a single sign); of two gold passages one is covered by three tenths.
        var scored = Scored(Question(Gold(10, 20), Gold(30, 40)), Answer(Place(17, 20), Place(39, 45), Place(80, 90)));

        Assert.Equal(2.0 / 3, scored.Measure(Metrics.CitationPrecision));
        Assert.Equal(0.5, scored.Measure(Metrics.CitationRecall));
        Assert.Equal(2 * (2.0 / 3) * 0.5 / ((2.0 / 3) + 0.5), scored.Measure(Metrics.CitationF1)!.Value, 12);
    }

    [Fact]
    public void An_answer_without_citations_has_no_precision_and_no_verbatim_but_no_recall_either()
    {
        var scored = Scored(Question(Gold(10, 20)), Answer() with { Answered = false });

        Assert.Null(scored.Measure(Metrics.CitationPrecision));
        Assert.Null(scored.Measure(Metrics.Verbatim));
        Assert.Equal(0, scored.Measure(Metrics.CitationRecall));
        Assert.Equal(0, scored.Measure(Metrics.CitationF1));
        Assert.Equal(0, scored.Measure(Metrics.Answered));
    }

    [Fact]
    public void An_alternative_stands_in_for_a_required_passage_once()
    {
        var question = Question(Gold(10, 20), Gold(30, 40), Gold(50, 60, alternative: true), Gold(70, 80, alternative: true));

        Assert.Equal(0.5, Scored(question, Answer(Place(50, 60))).Measure(Metrics.CitationRecall));
        Assert.Equal(1, Scored(question, Answer(Place(50, 60), Place(70, 80))).Measure(Metrics.CitationRecall));
        Assert.Equal(1, Scored(question, Answer(Place(10, 20), Place(30, 40), Place(50, 60))).Measure(Metrics.CitationRecall));
    }

    [Fact]
    public void A_question_without_gold_is_to_be_refused_and_is_scored_in_nothing_else()
    {
        var answered = Scored(Question(), Answer(Place(0, 5)));
        var refused = Scored(Question(), Answer() with { Answered = false });

        Assert.Equal([Metrics.Verbatim, Metrics.Refused], answered.Score.Measures.Keys);
        Assert.Equal(0, answered.Measure(Metrics.Refused));
        Assert.Equal([Metrics.Refused], refused.Score.Measures.Keys);
        Assert.Equal(1, refused.Measure(Metrics.Refused));
    }

    [Theory]
    [InlineData(0, 3, "012", 1)]
    [InlineData(0, 3, "013", 0)]
    [InlineData(-1, 3, "012", 0)]
    [InlineData(98, 101, "89", 0)]
    [InlineData(3, 0, "", 0)]
    [InlineData(int.MaxValue, int.MinValue, "", 0)]
    public void Verbatim_is_the_text_at_the_place_and_nothing_else(int start, int end, string quote, double verbatim) =>
        Assert.Equal(verbatim, Scored(Question(Gold(10, 20)), Answer(Place(0, 3) with { Start = start, End = end, Text = quote })).Measure(Metrics.Verbatim));

    [Fact]
    public void Places_that_no_file_has_cover_nothing()
    {
        var absurd = Place(0, 3) with { Start = int.MaxValue, End = int.MinValue };

        var scored = Scored(Question(Gold(10, 20)), Answer(absurd), absurd);

        Assert.Equal(0, scored.Measure(Metrics.CitationPrecision));
        Assert.Equal(0, scored.Measure(Metrics.HitAt1));
    }

    [Fact]
    public void Facts_are_found_in_any_accepted_form_whatever_the_width_and_the_blanks()
    {
        var question = Question(Gold(10, 20)) with { Facts = [["30%"], ["5 MPa", "5兆帕"], ["一百"], ["100 项"]] };

        var scored = Scored(question, Answer() with { Text = "提升３０％，压力５㎫，推广 100\u00A0项。" });

        Assert.Equal(0.75, scored.Measure(Metrics.Facts));
        Assert.Equal([["一百"]], Scorer.MissingFacts(question, scored.Answer!.Text));
    }

    [Theory]
    [InlineData("（Ａ１）；～", "(a1);~")]
    [InlineData("a b\u3000c\u2002d\u00A0e\n", "abcde")]
    [InlineData("CO₂ m² ¹ …", "co2m21...")]
    [InlineData("25℃ 30㎡", "25°c30m2")]
    [InlineData("Ⅱ Ⅲ ⅳ ① ⑳ ⑵ ⒊", "iiiiiiv120(2)3.")]
    public void Facts_are_compared_in_one_width_without_blanks_in_small_letters(string text, string compared) =>
        Assert.Equal(compared, FactText.Of(text));

    [Fact]
    public void A_failed_request_counts_in_no_metric()
    {
        var failed = Scorer.Failed(Question(Gold(10, 20)), "HTTP 500");

        Assert.Empty(failed.Score.Measures);
        Assert.Null(failed.Score.Answered);
        Assert.Equal("HTTP 500", failed.Score.Failure);
    }
}
