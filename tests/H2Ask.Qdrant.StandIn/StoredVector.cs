namespace H2Ask.Qdrant.StandIn;

/// <summary>A vector: of one row, of several, or of the numbers at some places.</summary>
internal sealed record StoredVector(float[][] Rows)
{
    /// <summary>The places of a sparse vector's numbers, in their order.</summary>
    public uint[] Indices { get; init; } = [];
}
