namespace H2Ask.Qdrant.Wire;

/// <summary>Points to be stored.</summary>
/// <param name="Points">The points.</param>
internal sealed record PointUpload(IReadOnlyList<NewPoint> Points)
{
    /// <summary>The condition that points of the same ids meet which are there already; those that do not stay as they are. Null: all are replaced.</summary>
    public Filter? UpdateFilter { get; init; }
}
