using System.Text.Json.Serialization;
using H2Ask.Api.Asking;

namespace H2Ask.Api.OpenAi;

/// <summary>A piece of an answer in OpenAI's shape.</summary>
public sealed record ChatChunk
{
    /// <summary>Names the answer; the same in all its pieces.</summary>
    public required string Id { get; init; }

    /// <summary><c>chat.completion.chunk</c>.</summary>
    [JsonPropertyName("object")]
    public string Kind { get; } = "chat.completion.chunk";

    /// <summary>When the answer was begun, in seconds since 1970.</summary>
    public required long Created { get; init; }

    /// <summary>The model that was asked.</summary>
    public required string Model { get; init; }

    /// <summary>The piece; empty in the chunk that tells the usage.</summary>
    public required IReadOnlyList<ChunkChoice> Choices { get; init; }

    /// <summary>How long the conversation and the answer are, in the last chunk, where it was asked for.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public TokenUsage? Usage { get; init; }

    /// <summary>Whether the documents answer the question, in the chunk that ends the answer.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? Answered { get; init; }

    /// <summary>How sure it is that they do, in that chunk.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? Confidence { get; init; }

    /// <summary>What the marks [1], [2] … mean, in that chunk.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<CitationResponse>? Citations { get; init; }

    /// <summary>What to know of the answer besides, in that chunk.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Notice { get; init; }
}
