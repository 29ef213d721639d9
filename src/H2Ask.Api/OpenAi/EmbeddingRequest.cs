using System.Text.Json.Serialization;

namespace H2Ask.Api.OpenAi;

/// <summary>Texts to be embedded, in OpenAI's shape. Members that are not named here are let pass and change nothing.</summary>
public sealed record EmbeddingRequest
{
    /// <summary>The name of the embedding model, as <c>/v1/models</c> tells it.</summary>
    public string? Model { get; init; }

    /// <summary>A text, or an array of texts; none may be empty, or longer than the model reads.</summary>
    public EmbeddingInput? Input { get; init; }

    /// <summary><c>float</c>, an array of numbers, or <c>base64</c>, their 32-bit forms with the lowest byte first.</summary>
    [JsonPropertyName("encoding_format")]
    public string? EncodingFormat { get; init; }

    /// <summary>How many numbers a vector has; only as many as the model's have.</summary>
    public int? Dimensions { get; init; }

    /// <summary>The side of the texts: <c>passage</c>, where nothing is said, or <c>query</c>; the model's prefix for that side is put before each. Not part of OpenAI's API.</summary>
    [JsonPropertyName("input_type")]
    public string? InputType { get; init; }
}
