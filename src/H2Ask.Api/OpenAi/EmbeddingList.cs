using System.Text.Json.Serialization;

namespace H2Ask.Api.OpenAi;

/// <summary>The vectors of texts, in OpenAI's shape.</summary>
/// <param name="Data">The vectors, in the order of the texts.</param>
/// <param name="Model">The model that made them.</param>
/// <param name="Usage">How long the texts are.</param>
public sealed record EmbeddingList(IReadOnlyList<EmbeddingItem> Data, string Model, EmbeddingUsage Usage)
{
    /// <summary><c>list</c>.</summary>
    [JsonPropertyName("object")]
    public string Kind { get; } = "list";
}
