using H2Ask.Core.Index;
using H2Ask.Core.Retrieval;
using Microsoft.Extensions.AI;

namespace H2Ask.Core.Answering.Llm;

/// <summary>Has an LLM word answers from the passages found, and lets through what the passages prove.</summary>
public sealed class LlmAnswerer(IChatClient client, LlmOptions options)
{
    /// <summary>Begins an answer; the LLM is asked once its statements are read.</summary>
    /// <param name="index">The index, which must stay open until the last statement is read.</param>
    /// <param name="found">What was found, with the question as it was understood.</param>
    /// <param name="question">The question as it was asked.</param>
    /// <param name="history">The turns before it.</param>
    internal LlmWriting Begin(IPassageIndex index, Answer found, string question, IReadOnlyList<Turn> history) =>
        new(client, options, index, found, LlmPrompt.Write(found.Hits, question, history, options.PassageCharacters));
}
