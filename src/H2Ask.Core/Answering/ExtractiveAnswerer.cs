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

    /// <summary>Answers a question from the index.</summary>
    public static async ValueTask<Answer> AnswerAsync(
        IPassageIndex index, string question, IReadOnlyList<Turn> history, SearchFilters filters, int top, CancellationToken cancelled = default)
    {
        var standalone = FollowUp.Resolve(question, history);
        var found = await PassageSearcher.CompareAsync(index, standalone, filters, top, cancelled);
        var (whole, sides) = (found.Whole, found.Sides);
        var words = FrameWords.For(question);
        var confidence = sides.Select(side => side.Found.Confidence).Append(whole.Confidence).Max();
        var answer = new Answer
        {
            StandaloneQuestion = standalone,
            Answered = whole.IsAnswer || sides.Any(side => side.Found.IsAnswer),
            Text = string.Empty,
            Confidence = Math.Round(confidence, 3),
            Hits = found.Hits,
        };
        if (!answer.Answered) return answer with { Text = Refusal.For(standalone, found.Hits, words) };

        var writing = new AnswerWriting(index, words);
        string[] missing = [.. sides.Where(side => !side.Found.IsAnswer).Select(side => side.Label)];
        if (missing.Length == sides.Count)
        {
            await writing.StateAsync(Choose(index, whole, AnswerBreadth.Of(standalone, QuestionAnalysis.Of(standalone)), cancelled), label: null, cancelled);
            missing = [];
        }
        else
        {
            foreach (var (label, side) in sides)
            {
                if (side.IsAnswer) await writing.StateAsync(Choose(index, side, AnswerBreadth.Side, cancelled), label, cancelled);
            }
        }

        // Scores that are no numbers, of a damaged model, choose nothing.
        if (writing.Statements.Count == 0) return answer with { Answered = false, Text = Refusal.For(standalone, found.Hits, words) };
        return answer with
        {
            Text = string.Join('\n', writing.Statements.Select(statement => statement.Line)),
            Statements = writing.Statements,
            Citations = writing.Citations,
            Notice = missing.Length == 0 ? null : words.NothingOf(missing),
        };
    }

    private static List<Run> Choose(IPassageIndex index, FoundAnswers found, AnswerBreadth breadth, CancellationToken cancelled) =>
        RunChoice.Choose(found, breadth, ClauseTrimming.For(found.Question, index.Embedder, cancelled));
}
