using System.Text.Json.Serialization;

namespace H2Ask.Api.OpenAi;

/// <summary>The vector of one text.</summary>
/// <param name="Index">Which of the texts.</param>
/// <param name="Embedding">The vector.</param>
public sealed record EmbeddingItem(int Index, EmbeddingVector Embedding)
{
    /// <summary><c>embedding</c>.</summary>
    [JsonPropertyName("object")]
    public string Kind { get; } = "embedding";
}
