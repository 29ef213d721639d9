using System.Runtime.CompilerServices;
using H2Ask.Core.Answering.Extractive;
using H2Ask.Core.Answering.Llm;
using H2Ask.Core.Index;
using H2Ask.Core.Retrieval;
using H2Ask.Core.Telemetry;

namespace H2Ask.Core.Answering;

/// <summary>Answers questions: with an LLM where there is one, and with the documents' own sentences where there is none, it fails, or what it says can't be proved.</summary>
public sealed class Answerer(LlmAnswerer? llm)
{
    /// <summary>Whether there is an LLM.</summary>
    public bool HasLlm => llm is not null;

    /// <summary>Answers a question step by step: what was found, each statement once it is proved, the whole answer.</summary>
    /// <exception cref="LlmException">The LLM was asked for, and failed or is not there.</exception>
    public async IAsyncEnumerable<AnswerEvent> AnswerAsync(
        IPassageIndex index, string question, IReadOnlyList<Turn> history, SearchFilters filters, int top, AnswerMode mode, [EnumeratorCancellation] CancellationToken cancelled = default)
    {
        using var measured = Signals.Answering(cancelled);
        await foreach (var step in StepsAsync(index, question, history, filters, top, mode, cancelled))
        {
            if (step is AnswerMade { Answer: var answer })
            {
                measured.Tag("mode", answer.Mode == AnswerMode.Llm ? "llm" : "extractive");
                measured.Ends(answer.Answered ? "answered" : "refused");
            }

            yield return step;
        }
    }

    private async IAsyncEnumerable<AnswerEvent> StepsAsync(
        IPassageIndex index, string question, IReadOnlyList<Turn> history, SearchFilters filters, int top, AnswerMode mode, [EnumeratorCancellation] CancellationToken cancelled)
    {
        var answer = await ExtractiveAnswerer.AnswerAsync(index, question, history, filters, top, cancelled);
        yield return new PassagesFound(answer.Hits);
        if (Chooses(mode, answer))
        {
            var writing = llm!.Begin(index, answer, question, history);
            await foreach (var made in writing.WriteAsync(cancelled)) yield return made;
            var words = FrameWords.For(question);
            if (Written(writing, answer, mode, words, SearchNotice.For(index, answer.StandaloneQuestion, filters)) is { } written)
            {
                yield return new AnswerMade(written);
                yield break;
            }

            answer = Explained(answer, writing, words);
        }

        foreach (var made in Statements(answer)) yield return made;
        yield return new AnswerMade(answer);
    }

    /// <summary>Whether the LLM is asked. What the search holds unanswerable, it is asked only if it is wanted: from passages about something else it would answer something else.</summary>
    private bool Chooses(AnswerMode mode, Answer found)
    {
        if (mode == AnswerMode.Llm && llm is null) throw new LlmException("There is no LLM (Llm:Endpoint).");
        return llm is not null && found.Hits.Count > 0 && (mode == AnswerMode.Llm || (mode == AnswerMode.Auto && found.Answered));
    }

    /// <summary>What the LLM wrote, or its refusal; null where the documents are to answer instead.</summary>
    private static Answer? Written(LlmWriting writing, Answer found, AnswerMode mode, FrameWords words, string? notice)
    {
        var answer = Explained(found with { Mode = AnswerMode.Llm, Statements = writing.Statements, Citations = writing.Citations, Notice = notice }, writing, words);
        if (writing.Statements.Count > 0)
        {
            return answer with { Answered = true, Text = string.Join('\n', writing.Statements.Select(statement => statement.Line)) };
        }

        var refusal = answer with { Answered = false, Confidence = 0, Text = Refusal.For(found.StandaloneQuestion, found.Hits, words) };
        if (writing.IsRefused) return refusal with { Notice = notice, Warning = null };
        if (mode != AnswerMode.Llm) return null;
        return writing.Fault is { } fault ? throw new LlmException(fault) { IsBusy = writing.IsBusy } : refusal;
    }

    /// <summary>The answer with what its reader and whoever runs the LLM should know of the writing.</summary>
    private static Answer Explained(Answer answer, LlmWriting writing, FrameWords words)
    {
        var isWritten = writing.Statements.Count > 0;
        var ending = (writing.Fault, isWritten) switch
        {
            (null, true) => null,
            (null, false) => words.NothingProved,
            (_, true) => words.LlmBrokeOff,
            (_, false) => words.LlmFailed,
        };
        return answer with
        {
            Notice = words.Join(answer.Notice, ending, isWritten && writing.Dropped > 0 ? words.Dropped(writing.Dropped) : null),
            Warning = writing.Dropped == 0 ? writing.Fault : $"{writing.Dropped} of the LLM's statements could not be proved by the passages found. {writing.Fault}".TrimEnd(),
        };
    }

    private static IEnumerable<StatementMade> Statements(Answer answer)
    {
        var known = new HashSet<int>();
        foreach (var statement in answer.Statements)
        {
            yield return new StatementMade(statement, [.. answer.Citations.Where(citation => statement.Citations.Contains(citation.Number) && known.Add(citation.Number))]);
        }
    }
}
