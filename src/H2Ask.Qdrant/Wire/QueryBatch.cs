namespace H2Ask.Qdrant.Wire;

/// <summary>Several searches in one request.</summary>
/// <param name="Searches">The searches.</param>
internal sealed record QueryBatch(IReadOnlyList<PointQuery> Searches);
