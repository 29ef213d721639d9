using System.Text.Json.Serialization;

namespace H2Ask.Api.OpenAi;

/// <summary>How long a request and its answer are: in tokens of the embedding model, or in letters where the service has none. What an LLM was sent besides is not counted.</summary>
/// <param name="PromptTokens">The conversation.</param>
/// <param name="CompletionTokens">The answer.</param>
public sealed record TokenUsage([property: JsonPropertyName("prompt_tokens")] long PromptTokens, [property: JsonPropertyName("completion_tokens")] long CompletionTokens)
{
    /// <summary>Both together.</summary>
    [JsonPropertyName("total_tokens")]
    public long TotalTokens => PromptTokens + CompletionTokens;
}
