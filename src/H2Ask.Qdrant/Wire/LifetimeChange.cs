namespace H2Ask.Qdrant.Wire;

/// <summary>Until when points belong to the index.</summary>
/// <param name="Until">The number of the first generation that they do not belong to.</param>
internal sealed record LifetimeChange(int Until);
