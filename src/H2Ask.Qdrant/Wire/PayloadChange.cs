namespace H2Ask.Qdrant.Wire;

/// <summary>Sets fields of points and leaves the others.</summary>
/// <param name="Payload">The fields.</param>
internal sealed record PayloadChange(LifetimeChange Payload)
{
    /// <summary>The condition that the points meet.</summary>
    public required Filter Filter { get; init; }
}
