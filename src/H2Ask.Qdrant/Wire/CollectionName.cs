namespace H2Ask.Qdrant.Wire;

/// <summary>A collection by its name.</summary>
/// <param name="Name">The name.</param>
internal sealed record CollectionName(string Name);
