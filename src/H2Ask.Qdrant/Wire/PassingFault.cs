namespace H2Ask.Qdrant.Wire;

/// <summary>A request failed, but need not fail again.</summary>
internal sealed class PassingFault(string message, Exception? cause = null) : Exception(message, cause)
{
    /// <summary>How long the server wants to be left alone; null: it does not say.</summary>
    public TimeSpan? RetryAfter { get; init; }
}
