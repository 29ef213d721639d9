using System.Text.Json.Serialization;

namespace H2Ask.Api.OpenAi;

/// <summary>What a stream is to hold besides the answer.</summary>
public sealed record StreamOptionsRequest
{
    /// <summary>Whether a last chunk, without choices, tells the usage.</summary>
    [JsonPropertyName("include_usage")]
    public bool? IncludeUsage { get; init; }
}
