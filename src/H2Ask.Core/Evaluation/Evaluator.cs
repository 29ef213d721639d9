using System.Diagnostics;
using H2Ask.Core.Evaluation.Sources;

namespace H2Ask.Core.Evaluation;

/// <summary>Asks the questions of a test set, one after the other, and scores what comes back.</summary>
public sealed class Evaluator(IAnswerSource source, CorpusTexts texts)
{
    private const int Searched = 10;

    /// <summary>Asks and scores the questions.</summary>
    /// <exception cref="EvaluationException">The answers' source can't be reached.</exception>
    public async Task<IReadOnlyList<ScoredQuestion>> RunAsync(IEnumerable<EvaluationQuestion> questions, CancellationToken cancelled = default)
    {
        var scored = new List<ScoredQuestion>();
        foreach (var question in questions)
        {
            cancelled.ThrowIfCancellationRequested();
            scored.Add(await ScoreAsync(question, cancelled));
        }

        return scored;
    }

    private async Task<ScoredQuestion> ScoreAsync(EvaluationQuestion question, CancellationToken cancelled)
    {
        try
        {
            var started = Stopwatch.GetTimestamp();
            var answer = await source.AskAsync(question.Question, question.History, cancelled);
            var time = Stopwatch.GetElapsedTime(started);
            var hits = question.Gold.Count > 0 ? await source.SearchAsync(question.Question, question.History, Searched, cancelled) : [];
            return Scorer.Score(question, answer, hits, texts, time);
        }
        catch (FailedRequestException fault)
        {
            return Scorer.Failed(question, fault.Message);
        }
    }
}
