namespace H2Ask.Qdrant.Wire;

/// <summary>A vector of which only the numbers that are not 0 are given.</summary>
/// <param name="Indices">Their places; no two are the same.</param>
/// <param name="Values">The numbers.</param>
internal sealed record SparseVector(IReadOnlyList<uint> Indices, IReadOnlyList<float> Values);
