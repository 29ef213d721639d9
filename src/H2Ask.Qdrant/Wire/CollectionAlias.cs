namespace H2Ask.Qdrant.Wire;

/// <summary>A collection and another name of it.</summary>
/// <param name="CollectionName">The collection.</param>
/// <param name="AliasName">The other name.</param>
internal sealed record CollectionAlias(string CollectionName, string AliasName);
