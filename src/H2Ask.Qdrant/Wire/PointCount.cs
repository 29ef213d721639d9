namespace H2Ask.Qdrant.Wire;

/// <summary>How many points there are.</summary>
/// <param name="Count">The number.</param>
internal sealed record PointCount(long Count);
