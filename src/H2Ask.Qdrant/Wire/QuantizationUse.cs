namespace H2Ask.Qdrant.Wire;

/// <summary>How the smaller form of vectors is used in a search.</summary>
internal sealed record QuantizationUse
{
    /// <summary>Not at all.</summary>
    public bool? Ignore { get; init; }

    /// <summary>What it finds is compared again by the vectors themselves.</summary>
    public bool? Rescore { get; init; }

    /// <summary>So many times as many as are wanted.</summary>
    public double? Oversampling { get; init; }
}
