namespace H2Ask.Qdrant.Wire;

/// <summary>A dense vector of a collection.</summary>
/// <param name="Size">How many numbers it has.</param>
/// <param name="Distance">How two are compared.</param>
internal sealed record VectorDefinition(int Size, string Distance)
{
    /// <summary>Its graph.</summary>
    public GraphDefinition? HnswConfig { get; init; }

    /// <summary>The smaller form that is looked at first.</summary>
    public QuantizationDefinition? QuantizationConfig { get; init; }

    /// <summary>How several vectors of one point are compared.</summary>
    public MultivectorDefinition? MultivectorConfig { get; init; }

    /// <summary>Whether the vectors stay on the disk.</summary>
    public bool? OnDisk { get; init; }
}
