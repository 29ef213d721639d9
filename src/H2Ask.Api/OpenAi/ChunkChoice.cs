using System.Text.Json.Serialization;

namespace H2Ask.Api.OpenAi;

/// <summary>The next piece of the one answer of a chat.</summary>
/// <param name="Delta">What is added.</param>
/// <param name="FinishReason"><c>stop</c> in the last piece.</param>
public sealed record ChunkChoice(ChunkDelta Delta, [property: JsonPropertyName("finish_reason")] string? FinishReason = null)
{
    /// <summary>Its place among the answers: 0.</summary>
    public int Index { get; }

    /// <summary>Always null.</summary>
    public string? Logprobs { get; }
}
