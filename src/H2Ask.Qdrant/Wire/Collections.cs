using System.Text.Json.Serialization;

namespace H2Ask.Qdrant.Wire;

/// <summary>All collections.</summary>
/// <param name="All">The collections.</param>
internal sealed record Collections([property: JsonPropertyName("collections")] IReadOnlyList<CollectionName> All);
