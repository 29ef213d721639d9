using System.Text.Json.Serialization;
using H2Ask.Api.Asking;

namespace H2Ask.Api.OpenAi;

/// <summary>An answer in OpenAI's shape.</summary>
public sealed record ChatCompletion
{
    /// <summary>Names this answer.</summary>
    public required string Id { get; init; }

    /// <summary><c>chat.completion</c>.</summary>
    [JsonPropertyName("object")]
    public string Kind { get; } = "chat.completion";

    /// <summary>When it was made, in seconds since 1970.</summary>
    public required long Created { get; init; }

    /// <summary>The model that was asked.</summary>
    public required string Model { get; init; }

    /// <summary>The answer.</summary>
    public required IReadOnlyList<ChatChoice> Choices { get; init; }

    /// <summary>How long the conversation and the answer are.</summary>
    public required TokenUsage Usage { get; init; }

    /// <summary>Whether the documents answer the question; not part of OpenAI's API.</summary>
    public required bool Answered { get; init; }

    /// <summary>How sure it is, from 0 to 1, that the documents answer the question; not part of OpenAI's API.</summary>
    public required double Confidence { get; init; }

    /// <summary>What the marks [1], [2] … mean, as <c>/api/ask</c> returns it; not part of OpenAI's API.</summary>
    public required IReadOnlyList<CitationResponse> Citations { get; init; }

    /// <summary>What to know of the answer besides; it stands behind the statements too. Not part of OpenAI's API.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Notice { get; init; }
}
