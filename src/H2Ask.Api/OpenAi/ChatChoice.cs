using System.Text.Json.Serialization;

namespace H2Ask.Api.OpenAi;

/// <summary>The one answer of a chat.</summary>
/// <param name="Message">What is answered.</param>
public sealed record ChatChoice(ChatMessageResponse Message)
{
    /// <summary>Its place among the answers: 0.</summary>
    public int Index { get; }

    /// <summary>Always null.</summary>
    public string? Logprobs { get; }

    /// <summary>Why it ended: <c>stop</c>.</summary>
    [JsonPropertyName("finish_reason")]
    public string FinishReason { get; } = "stop";
}
