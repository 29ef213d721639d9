namespace H2Ask.Qdrant.Wire;

/// <summary>Deletes points.</summary>
internal sealed record PointDeletion
{
    /// <summary>The points; null: those of the condition.</summary>
    public IReadOnlyList<Guid>? Points { get; init; }

    /// <summary>The condition that the points meet.</summary>
    public Filter? Filter { get; init; }
}
