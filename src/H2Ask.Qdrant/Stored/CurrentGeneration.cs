using H2Ask.Qdrant.Wire;

namespace H2Ask.Qdrant.Stored;

/// <summary>The generation that is in use.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Collection">The collection that its points are in.</param>
internal sealed record CurrentGeneration(string Name, string Collection)
{
    /// <summary>Finds it among the names on the server; null where none is in use.</summary>
    public static CurrentGeneration? Among(IEnumerable<CollectionAlias> aliases, GenerationNames names) =>
        // Two are there where the server ended amid a change of names: the later is the one that was to stay.
        aliases.Select(alias => (Name: names.GenerationOf(alias.AliasName), alias.CollectionName)).Where(alias => alias.Name is not null)
            .OrderByDescending(alias => alias.Name, StringComparer.Ordinal).Select(alias => new CurrentGeneration(alias.Name!, alias.CollectionName)).FirstOrDefault();
}
