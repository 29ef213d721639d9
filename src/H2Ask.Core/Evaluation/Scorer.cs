using H2Ask.Core.Text;

namespace H2Ask.Core.Evaluation;

/// <summary>Scores one question by its gold passages and facts.</summary>
public static class Scorer
{
    private const double ShareOfHit = 0.6;
    private const double ShareOfCitation = 0.3;
    private const int FirstPassages = 5;

    /// <summary>Scores an answer and the passages found for the same question.</summary>
    public static ScoredQuestion Score(EvaluationQuestion question, GivenAnswer answer, IReadOnlyList<FoundPassage> hits, CorpusTexts texts, TimeSpan time)
    {
        var measures = new Dictionary<string, double>();
        if (answer.Citations.Count > 0) measures[Metrics.Verbatim] = answer.Citations.Average(citation => IsVerbatim(citation, texts) ? 1.0 : 0.0);
        var rank = hits.Index().Where(hit => IsHit(question, hit.Item)).Select(hit => (int?)hit.Index + 1).FirstOrDefault();
        if (question.Gold.Count == 0)
        {
            measures[Metrics.Refused] = answer.Answered ? 0 : 1;
        }
        else
        {
            ScoreSearch(question, hits, rank, measures);
            ScoreCitations(question, answer.Citations, measures);
            if (question.Facts.Count > 0) measures[Metrics.Facts] = (double)(question.Facts.Count - MissingFacts(question, answer.Text).Count) / question.Facts.Count;
            measures[Metrics.Answered] = answer.Answered ? 1 : 0;
        }

        return new ScoredQuestion(question, answer, hits, Blank(question) with
        {
            Answered = answer.Answered,
            Answer = answer.Text,
            Confidence = answer.Confidence,
            Cited = [.. answer.Citations.Select(citation => new CitedPlace(citation.File, citation.Start, citation.End))],
            Rank = rank,
            Milliseconds = time.TotalMilliseconds,
            Measures = measures,
        });
    }

    /// <summary>A question that got no answer: it counts in no mean.</summary>
    public static ScoredQuestion Failed(EvaluationQuestion question, string reason) =>
        new(question, null, [], Blank(question) with { Failure = reason });

    /// <summary>Whether the quote is the text at its place.</summary>
    public static bool IsVerbatim(FoundPassage citation, CorpusTexts texts) => texts.TextAt(citation.File, citation.Start, citation.End) == citation.Text;

    /// <summary>Whether a passage found covers enough of a gold span to answer from.</summary>
    public static bool IsHit(EvaluationQuestion question, FoundPassage found) =>
        question.Gold.Any(gold => gold.File == found.File && gold.Spans.Any(span => Overlap(found, span) >= ShareOfHit * span.Length));

    /// <summary>Whether a citation touches a gold span.</summary>
    public static bool IsGold(EvaluationQuestion question, FoundPassage citation) =>
        question.Gold.Any(gold => gold.File == citation.File && gold.Spans.Any(span => Overlap(citation, span) > 0));

    /// <summary>The facts that the answer lacks, each in its accepted forms.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> MissingFacts(EvaluationQuestion question, string answer)
    {
        var text = FactText.Of(answer);
        return [.. question.Facts.Where(forms => !forms.Any(form => text.Contains(FactText.Of(form), StringComparison.Ordinal)))];
    }

    private static void ScoreSearch(EvaluationQuestion question, IReadOnlyList<FoundPassage> hits, int? rank, Dictionary<string, double> measures)
    {
        measures[Metrics.HitAt1] = rank <= 1 ? 1 : 0;
        measures[Metrics.HitAt5] = rank <= 5 ? 1 : 0;
        measures[Metrics.HitAt10] = rank <= 10 ? 1 : 0;
        measures[Metrics.RecallAt5] = Covered(question, hits.Take(FirstPassages), ShareOfHit);
        measures[Metrics.ReciprocalRank] = rank is { } place ? 1.0 / place : 0;
    }

    private static void ScoreCitations(EvaluationQuestion question, IReadOnlyList<FoundPassage> citations, Dictionary<string, double> measures)
    {
        var precision = citations.Count > 0 ? citations.Average(citation => IsGold(question, citation) ? 1.0 : 0.0) : 0;
        var recall = Covered(question, citations, ShareOfCitation);
        if (citations.Count > 0) measures[Metrics.CitationPrecision] = precision;
        measures[Metrics.CitationRecall] = recall;
        measures[Metrics.CitationF1] = precision + recall > 0 ? 2 * precision * recall / (precision + recall) : 0;
    }

    /// <summary>The share of the required gold passages that are covered; an alternative that is covered stands in for one that is not.</summary>
    private static double Covered(EvaluationQuestion question, IEnumerable<FoundPassage> found, double share)
    {
        var covered = question.Gold.Where(gold => found.Any(place => gold.File == place.File
            && gold.Spans.Any(span => Overlap(place, span) >= Math.Max(1, share * span.Length)))).ToList();
        var required = question.Gold.Count(gold => !gold.IsAlternative);
        var direct = covered.Count(gold => !gold.IsAlternative);
        var standIns = Math.Min(covered.Count - direct, required - direct);
        return (double)(direct + standIns) / Math.Max(1, required);
    }

    /// <summary>How many code units two places share. Long, since a service may send any offsets.</summary>
    private static long Overlap(FoundPassage found, TextSpan span) =>
        Math.Max(0L, (long)Math.Min(found.End, span.End) - Math.Max(found.Start, span.Start));

    private static QuestionScore Blank(EvaluationQuestion question) => new()
    {
        Id = question.Id,
        Type = question.Type,
        Question = question.Question,
        Cited = [],
        Measures = new Dictionary<string, double>(),
    };
}
