namespace H2Ask.Core.Answering.Llm;

/// <summary>The LLM is not asked, since as many answers wait for it as may.</summary>
public sealed class LlmBusyException() : Exception("The LLM is busy with other answers (Limits:LlmAtOnce, Limits:LlmWaiting).");
