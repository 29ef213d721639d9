using System.Runtime.CompilerServices;
using H2Ask.Core.Answering.Llm;
using H2Ask.Core.Index;
using H2Ask.Core.Retrieval;

namespace H2Ask.Core.Answering;

/// <summary>Answers questions: with an LLM where there is one, and with the documents' own sentences where there is none, it fails, or what it says can't be proved.</summary>
public sealed class Answerer(LlmAnswerer? llm)
{
    private const string RefusalText = "资料中没有找到能回答这个问题的内容。";

    /// <summary>Whether there is an LLM.</summary>
    public bool HasLlm => llm is not null;

    /// <summary>Answers a question step by step: what was found, each statement once it is proved, the whole answer.</summary>
    /// <exception cref="LlmException">The LLM was asked for, and failed or is not there.</exception>
    public async IAsyncEnumerable<AnswerEvent> AnswerAsync(
        IPassageIndex index, string question, IReadOnlyList<Turn> history, SearchFilters filters, int top, AnswerMode mode, [EnumeratorCancellation] CancellationToken cancelled = default)
    {
        var answer = await ExtractiveAnswerer.AnswerAsync(index, question, history, filters, top, cancelled);
        yield return new PassagesFound(answer.Hits);
        if (Chooses(mode, answer))
        {
            var writing = llm!.Begin(index, answer, question, history);
            await foreach (var made in writing.WriteAsync(cancelled)) yield return made;
            if (Written(writing, answer, mode) is { } written)
            {
                yield return new AnswerMade(written);
                yield break;
            }

            answer = answer with { Notice = Notice(writing) };
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
    private static Answer? Written(LlmWriting writing, Answer found, AnswerMode mode)
    {
        var answer = found with { Mode = AnswerMode.Llm, Statements = writing.Statements, Citations = writing.Citations };
        if (writing.Statements.Count > 0)
        {
            return answer with
            {
                Answered = true,
                Text = string.Join('\n', writing.Statements.Select(statement => statement.Text + string.Concat(statement.Citations.Select(number => $" [{number}]")))),
                Notice = Notice(writing),
            };
        }

        var refusal = answer with { Answered = false, Text = RefusalText };
        if (writing.IsRefused) return refusal;
        if (mode != AnswerMode.Llm) return null;
        return writing.Fault is { } fault ? throw new LlmException(fault) : refusal with { Notice = Notice(writing) };
    }

    private static string? Notice(LlmWriting writing) => (writing.Statements.Count, writing.Dropped) switch
    {
        (0, _) when writing.Fault is { } fault => $"{fault} The answer is the documents' own sentences.",
        (0, _) => "Nothing that the LLM wrote could be proved by the passages found.",
        (_, 0) => writing.Fault,
        (_, var dropped) => $"{dropped} of the LLM's statements could not be proved by the passages found and are left out.{(writing.Fault is { } fault ? " " + fault : string.Empty)}",
    };

    private static IEnumerable<StatementMade> Statements(Answer answer)
    {
        var known = new HashSet<int>();
        foreach (var statement in answer.Statements)
        {
            yield return new StatementMade(statement, [.. answer.Citations.Where(citation => statement.Citations.Contains(citation.Number) && known.Add(citation.Number))]);
        }
    }
}
