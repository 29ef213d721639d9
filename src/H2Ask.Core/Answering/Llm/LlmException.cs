namespace H2Ask.Core.Answering.Llm;

/// <summary>The LLM did not answer; the message says why in a sentence, and holds nothing of the question, the key or what was sent.</summary>
public sealed class LlmException : Exception
{
    /// <summary>Makes it with its sentence.</summary>
    public LlmException(string message)
        : base(message)
    {
    }
}
