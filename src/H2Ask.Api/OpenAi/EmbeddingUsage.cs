using System.Text.Json.Serialization;

namespace H2Ask.Api.OpenAi;

/// <summary>How long texts are, in tokens of the embedding model.</summary>
/// <param name="PromptTokens">All texts together.</param>
public sealed record EmbeddingUsage([property: JsonPropertyName("prompt_tokens")] long PromptTokens)
{
    /// <summary>The same.</summary>
    [JsonPropertyName("total_tokens")]
    public long TotalTokens => PromptTokens;
}
