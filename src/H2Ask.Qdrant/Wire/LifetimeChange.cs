namespace H2Ask.Qdrant.Wire;

/// <summary>From when points belong to the index, or until when; null: as it is.</summary>
internal sealed record LifetimeChange
{
    /// <summary>The number of the first generation that they belong to.</summary>
    public int? From { get; init; }

    /// <summary>The number of the first generation that they do not belong to any more.</summary>
    public int? Until { get; init; }
}
