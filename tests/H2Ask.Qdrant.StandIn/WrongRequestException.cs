namespace H2Ask.Qdrant.StandIn;

/// <summary>A request that Qdrant does not do.</summary>
internal sealed class WrongRequestException(int status, string reason) : Exception(reason)
{
    /// <summary>The status that it answers with.</summary>
    public int Status => status;
}
