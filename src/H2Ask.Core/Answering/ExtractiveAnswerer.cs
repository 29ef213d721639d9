using H2Ask.Core.Answering.Extractive;
using H2Ask.Core.Index;
using H2Ask.Core.Retrieval;
using H2Ask.Core.Retrieval.Findings;

namespace H2Ask.Core.Answering;

/// <summary>Answers with the documents' own sentences: those that answer, the best first; or refuses where none does.</summary>
public static class ExtractiveAnswerer
{
    /// <summary>How many passages are found where nothing else is asked for.</summary>
    public const int UsualPassages = 6;

    /// <summary>The share of the usual confidence that is enough for one side of a comparison where another one has all of it.</summary>
    private const double LeastForSide = 0.6;

    /// <summary>Answers a question from the index.</summary>
    public static async ValueTask<Answer> AnswerAsync(
        IPassageIndex index, string question, IReadOnlyList<Turn> history, SearchFilters filters, int top, CancellationToken cancelled = default)
    {
        var standalone = FollowUp.Resolve(question, history);
        var found = await PassageSearcher.CompareAsync(index, standalone, filters, top, cancelled);
        var words = FrameWords.For(question);
        var kind = AskedKind.Of(standalone);
        var least = AnswerConfidence.Least(index.IsDense);
        // A side is asked in the words of the whole question, which fit it less: beside one that is answered, less is enough.
        var leastOfSides = found.Sides.Any(side => side.Found.IsAnswer(least)) ? LeastForSide * least : least;
        var sides = found.Sides.Select(side => (Label: (string?)side.Label, Runs: Choose(index, side.Found, leastOfSides, AnswerBreadth.Side, kind, cancelled))).ToList();
        string[] missing = [.. sides.Where(side => side.Runs.Count == 0).Select(side => side.Label).OfType<string>()];
        if (missing.Length == sides.Count)
        {
            sides = [(null, Choose(index, found.Whole, least, AnswerBreadth.Of(standalone, QuestionAnalysis.Of(standalone)), kind, cancelled))];
            missing = [];
        }

        var writing = new AnswerWriting(index, words);
        foreach (var (label, runs) in sides) await writing.StateAsync(runs, label, cancelled);
        var isAnswered = writing.Statements.Count > 0;
        return new Answer
        {
            StandaloneQuestion = standalone,
            Answered = isAnswered,
            Text = isAnswered ? string.Join('\n', writing.Statements.Select(statement => statement.Line)) : Refusal.For(standalone, found.Hits, words),
            Confidence = Math.Round(Confidence(found, isAnswered, index.IsDense), 3),
            Hits = found.Hits,
            Statements = writing.Statements,
            Citations = writing.Citations,
            Notice = words.Join(
                SearchNotice.For(index, standalone, filters),
                missing.Length == 0 ? null : words.NothingOf(missing),
                isAnswered || filters.IsEmpty || found.Hits.Count == 0 ? null : words.OnlyFiltered),
        };
    }

    /// <summary>What is refused though the words are near has no confidence that would allow an answer.</summary>
    private static double Confidence(ComparedAnswers found, bool isAnswered, bool isDense)
    {
        var confidence = found.Sides.Select(side => side.Found.Confidence).Append(found.Whole.Confidence).Max();
        return isAnswered || confidence < AnswerConfidence.Least(isDense) ? confidence : AnswerConfidence.Least(isDense) / 2;
    }

    /// <summary>The runs that answer; none where the search holds the question unanswerable, or none of them gives what is asked for: a sum, a count, a telephone number.</summary>
    private static List<Run> Choose(IPassageIndex index, FoundAnswers found, double least, AnswerBreadth breadth, AskedKind? kind, CancellationToken cancelled)
    {
        if (!found.IsAnswer(least)) return [];
        var runs = RunChoice.Choose(found, breadth, ClauseTrimming.For(found.Question, index.Embedder, cancelled));
        return kind is null || runs.Exists(run => kind.IsIn(run.Text)) ? runs : [];
    }
}
