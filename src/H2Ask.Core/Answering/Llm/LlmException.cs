namespace H2Ask.Core.Answering.Llm;

/// <summary>The LLM did not answer; the message says why in a sentence, and holds nothing of the question, the key or what was sent.</summary>
public sealed class LlmException : Exception
{
    /// <summary>Makes it with its sentence.</summary>
    public LlmException(string message)
        : base(message)
    {
    }

    /// <summary>Whether it had too many other answers to write, so that asking again soon may help.</summary>
    public bool IsBusy { get; init; }
}
