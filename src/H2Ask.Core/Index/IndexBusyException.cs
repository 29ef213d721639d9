namespace H2Ask.Core.Index;

/// <summary>Another process is writing the index; the message says which. It may be tried again later.</summary>
public sealed class IndexBusyException : IndexException
{
    /// <summary>Makes the exception with a sentence for the user.</summary>
    public IndexBusyException(string message)
        : base(message)
    {
    }

    /// <summary>Makes the exception with a sentence for the user and its cause.</summary>
    public IndexBusyException(string message, Exception cause)
        : base(message, cause)
    {
    }

    /// <summary>Makes an exception that says nothing more than its type.</summary>
    public IndexBusyException()
    {
    }
}
