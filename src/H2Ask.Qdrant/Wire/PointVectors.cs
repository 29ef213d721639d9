namespace H2Ask.Qdrant.Wire;

/// <summary>The vectors of a point. Their names are those of <see cref="VectorNames"/>.</summary>
internal sealed record PointVectors
{
    /// <summary>No vectors.</summary>
    public static PointVectors None { get; } = new();

    /// <summary>Of a passage as a whole.</summary>
    public IReadOnlyList<float>? Passage { get; init; }

    /// <summary>Of its sentences.</summary>
    public IReadOnlyList<IReadOnlyList<float>>? Sentences { get; init; }

    /// <summary>What its terms are worth.</summary>
    public SparseVector? Words { get; init; }
}
