namespace H2Ask.Qdrant.Wire;

/// <summary>How exactly is searched.</summary>
internal sealed record SearchParameters
{
    /// <summary>How many points of the graph are looked at.</summary>
    public int? HnswEf { get; init; }

    /// <summary>How the smaller form of vectors is used.</summary>
    public QuantizationUse? Quantization { get; init; }
}
