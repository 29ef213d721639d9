namespace H2Ask.Qdrant.Wire;

/// <summary>A search, or a part of one that is done first.</summary>
internal sealed record PointQuery
{
    /// <summary>What is searched first; the search goes on among what it finds.</summary>
    public IReadOnlyList<PointQuery>? Prefetch { get; init; }

    /// <summary>A vector (dense, of several, or sparse), or a <see cref="FusionQuery"/>.</summary>
    public required object Query { get; init; }

    /// <summary>The vector that it is compared with.</summary>
    public string? Using { get; init; }

    /// <summary>The points that may be found.</summary>
    public Filter? Filter { get; init; }

    /// <summary>How exactly.</summary>
    public SearchParameters? Params { get; init; }

    /// <summary>How many are found at most.</summary>
    public required int Limit { get; init; }

    /// <summary>The fields that are wanted of the points; null: none.</summary>
    public IReadOnlyList<string>? WithPayload { get; init; }
}
