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
        var least = AnswerConfidence.Least(index.IsDense);
        var sides = ChooseSides(index, found, least, cancelled);
        string[] missing = [.. sides.Where(side => side.Runs.Count == 0).Select(side => side.Name)];
        if (sides.Count == 0) sides = [(string.Empty, null, Choose(index, found.Whole, least, AnswerBreadth.Of(standalone, QuestionAnalysis.Of(standalone)), AskedKind.Of(standalone), cancelled))];

        var writing = new AnswerWriting(index, words);
        foreach (var (_, label, runs) in sides) await writing.StateAsync(runs, label, cancelled);
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

    /// <summary>What answers each side of a comparison. One without a label is named by its question.</summary>
    private static List<(string Name, string? Label, List<Run> Runs)> ChooseSides(IPassageIndex index, ComparedAnswers found, double least, CancellationToken cancelled)
    {
        // Two clauses that no name tells apart are one question: what is not answered as one is not answered.
        if (found.Sides.Any(side => side.Label is null) && !found.Whole.IsAnswer(least)) return [];
        // A side is asked in the words of the whole question, which fit it less: beside one that is answered, less is enough.
        var leastOfSides = found.Sides.Any(side => side.Found.IsAnswer(least)) ? LeastForSide * least : least;
        var kind = AskedKind.Of(found.Whole.Question);
        var sides = found.Dealt().Select(side =>
        {
            // Each clause asks for its own: 要几座？又补多少元？
            var own = found.AreClauses ? AskedKind.Of(side.Found.Question) : kind;
            return (side.Label, side.Found.Question, Kind: own, Runs: Choose(index, side.Found, leastOfSides, AnswerBreadth.Side, own, cancelled));
        }).ToList();
        if (sides.TrueForAll(side => side.Runs.Count == 0)) return [];
        return sides.ConvertAll(side => (
            side.Label ?? ConversationTopic.Stem(side.Question),
            side.Label,
            side.Runs.Count == 0 && found.OfWhole(side.Label) is { } whole ? Choose(index, whole, least, AnswerBreadth.Side, side.Kind, cancelled) : side.Runs));
    }

    /// <summary>The runs that answer; none where the search holds the question unanswerable, or none of them gives what is asked for: a sum, a count, a telephone number.</summary>
    private static List<Run> Choose(IPassageIndex index, FoundAnswers found, double least, AnswerBreadth breadth, AskedKind? kind, CancellationToken cancelled)
    {
        if (!found.IsAnswer(least)) return [];
        var runs = RunChoice.Choose(found, breadth, ClauseTrimming.For(found.Question, index.Embedder, cancelled));
        return kind is null || runs.Exists(run => kind.IsIn(run.Text)) ? runs : [];
    }
}
