using System.Text.Json.Serialization;

namespace H2Ask.Qdrant.Wire;

/// <summary>The other names of all collections.</summary>
/// <param name="All">The names.</param>
internal sealed record Aliases([property: JsonPropertyName("aliases")] IReadOnlyList<CollectionAlias> All);
