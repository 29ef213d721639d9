namespace H2Ask.Qdrant.Wire;

/// <summary>Asks for points by their ids.</summary>
/// <param name="Ids">The ids.</param>
/// <param name="WithPayload">The fields that are wanted.</param>
/// <param name="WithVector">The vectors that are wanted; null: none.</param>
internal sealed record PointsById(IReadOnlyList<Guid> Ids, IReadOnlyList<string> WithPayload, IReadOnlyList<string>? WithVector = null);
