using H2Ask.Core.Evaluation;

namespace H2Ask.Core.Feedback;

/// <summary>Makes a question set of what users said of answers.</summary>
public static class FeedbackQuestions
{
    /// <summary>The type of questions whose answers users held good.</summary>
    public const string UpType = "feedback_up";

    /// <summary>The type of questions whose answers users did not.</summary>
    public const string DownType = "feedback_down";

    private const int MostPlaces = 50;

    /// <summary>
    /// The questions whose answers were last said to be so. Where they were held good, what they cited is gold, if it still stands in the
    /// corpus, and those refused are to be refused; where not, gold is left to whoever reads them.
    /// </summary>
    public static QuestionSet Of(IEnumerable<FeedbackEntry> entries, FeedbackVerdict verdict, CorpusTexts texts)
    {
        var (questions, remarks) = (new List<EvaluationQuestion>(), new List<string>());
        foreach (var entry in FeedbackFile.LastOfEach(entries).Where(entry => entry.Verdict == verdict))
        {
            var gold = verdict == FeedbackVerdict.Up ? Gold(entry, texts) : [];
            var gone = verdict == FeedbackVerdict.Up ? (entry.Citations ?? []).Count(citation => !gold.Any(passage => passage.File == citation.File && passage.Quote == citation.Quote)) : 0;
            if (gone > 0) remarks.Add($"{gone} of {entry.Citations!.Count} citations of the answer {entry.AnswerId} do not stand in the corpus any more.");
            if (verdict == FeedbackVerdict.Up && gold.Count == 0 && entry.Answered != false)
            {
                remarks.Add($"The answer {entry.AnswerId} is left out: nothing that it cited is known or stands in the corpus.");
                continue;
            }

            questions.Add(new EvaluationQuestion
            {
                Id = entry.AnswerId,
                Type = verdict == FeedbackVerdict.Up ? UpType : DownType,
                Question = entry.Question,
                History = entry.History ?? [],
                Gold = gold,
                Note = Note(entry),
            });
        }

        return new QuestionSet(questions, remarks);
    }

    private static List<GoldPassage> Gold(FeedbackEntry entry, CorpusTexts texts) =>
    [
        .. (entry.Answered == false ? [] : entry.Citations ?? [])
            .DistinctBy(citation => (citation.File, citation.Quote))
            .Select(citation => new GoldPassage(
                citation.File,
                citation.Quote,
                [.. texts.PlacesOf(citation.File, citation.Quote).Where(place => texts.CharactersOf(citation.File, place) is not null).Take(MostPlaces)]))
            .Where(passage => passage.Spans.Count > 0),
    ];

    private static string? Note(FeedbackEntry entry) =>
        string.Join(": ", new[] { entry.Reason, entry.Comment }.Where(text => !string.IsNullOrWhiteSpace(text))) is { Length: > 0 } note ? note : null;
}
