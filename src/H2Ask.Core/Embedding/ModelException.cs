namespace H2Ask.Core.Embedding;

/// <summary>A model can't be used; the message names the file, says what is wrong with it and what to do.</summary>
public sealed class ModelException : Exception
{
    /// <summary>Makes the exception with a sentence for the user.</summary>
    public ModelException(string message)
        : base(message)
    {
    }

    /// <summary>Makes the exception with a sentence for the user and its cause.</summary>
    public ModelException(string message, Exception cause)
        : base(message, cause)
    {
    }

    /// <summary>Makes an exception that says nothing more than its type.</summary>
    public ModelException()
    {
    }
}
