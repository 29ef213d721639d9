namespace H2Ask.Core.Evaluation.Sources;

/// <summary>One question got no answer; the message says why. The questions after it can still be asked.</summary>
public sealed class FailedRequestException : Exception
{
    /// <summary>Makes the exception with a sentence for the user.</summary>
    public FailedRequestException(string message)
        : base(message)
    {
    }

    /// <summary>Makes the exception with a sentence for the user and its cause.</summary>
    public FailedRequestException(string message, Exception cause)
        : base(message, cause)
    {
    }

    /// <summary>Makes an exception that says nothing more than its type.</summary>
    public FailedRequestException()
    {
    }
}
