namespace H2Ask.Qdrant.Wire;

/// <summary>Points to be stored.</summary>
/// <param name="Points">The points.</param>
internal sealed record PointUpload(IReadOnlyList<NewPoint> Points);
