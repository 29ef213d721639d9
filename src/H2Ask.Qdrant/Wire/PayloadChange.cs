namespace H2Ask.Qdrant.Wire;

/// <summary>Sets fields of points and leaves the others.</summary>
/// <param name="Payload">The fields.</param>
internal sealed record PayloadChange(LifetimeChange Payload)
{
    /// <summary>The points; null: those of the condition.</summary>
    public IReadOnlyList<Guid>? Points { get; init; }

    /// <summary>The condition that the points meet.</summary>
    public Filter? Filter { get; init; }
}
