namespace H2Ask.Qdrant.Wire;

/// <summary>A sparse vector of a collection.</summary>
/// <param name="Modifier">What a question's numbers are multiplied by: <c>idf</c>.</param>
internal sealed record SparseVectorDefinition(string Modifier);
