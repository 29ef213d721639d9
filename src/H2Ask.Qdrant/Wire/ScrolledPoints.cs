namespace H2Ask.Qdrant.Wire;

/// <summary>Some of the points that meet a condition.</summary>
/// <param name="Points">The points.</param>
/// <param name="NextPageOffset">The first of the next; null: these are the last.</param>
internal sealed record ScrolledPoints(IReadOnlyList<StoredPoint> Points, Guid? NextPageOffset = null);
