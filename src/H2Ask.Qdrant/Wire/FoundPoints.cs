namespace H2Ask.Qdrant.Wire;

/// <summary>The points that a search found.</summary>
/// <param name="Points">The best first.</param>
internal sealed record FoundPoints(IReadOnlyList<StoredPoint> Points);
