using System.Text.Json.Serialization;

namespace H2Ask.Qdrant.Wire;

/// <summary>Another name of a collection.</summary>
/// <param name="Name">The name.</param>
internal sealed record AliasName([property: JsonPropertyName("alias_name")] string Name);
