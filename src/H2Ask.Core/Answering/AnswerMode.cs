namespace H2Ask.Core.Answering;

/// <summary>What words an answer.</summary>
public enum AnswerMode
{
    /// <summary>The LLM where there is one and it can; else the documents. Only asked for: an answer is one of the others.</summary>
    Auto,

    /// <summary>The documents' own words.</summary>
    Extractive,

    /// <summary>An LLM, every statement checked.</summary>
    Llm,
}
