namespace H2Ask.Core.Evaluation;

/// <summary>An evaluation can't go on; the message is a sentence that says what is wrong and what to do.</summary>
public sealed class EvaluationException : Exception
{
    /// <summary>Makes the exception with a sentence for the user.</summary>
    public EvaluationException(string message)
        : base(message)
    {
    }

    /// <summary>Makes the exception with a sentence for the user and its cause.</summary>
    public EvaluationException(string message, Exception cause)
        : base(message, cause)
    {
    }

    /// <summary>Makes an exception that says nothing more than its type.</summary>
    public EvaluationException()
    {
    }
}
