namespace H2Ask.Core.Index;

/// <summary>The index can't be used; the message says why and what to do.</summary>
public class IndexException : Exception
{
    /// <summary>What to do where an index can't be used.</summary>
    internal const string Remedy = "Index again with --force, or delete the folder of the index and start ./run: it is made anew.";

    /// <summary>Makes the exception with a sentence for the user.</summary>
    public IndexException(string message)
        : base(message)
    {
    }

    /// <summary>Makes the exception with a sentence for the user and its cause.</summary>
    public IndexException(string message, Exception cause)
        : base(message, cause)
    {
    }

    /// <summary>Makes an exception that says nothing more than its type.</summary>
    public IndexException()
    {
    }
}
