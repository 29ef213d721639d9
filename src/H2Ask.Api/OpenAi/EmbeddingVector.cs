using System.Text.Json.Serialization;

namespace H2Ask.Api.OpenAi;

/// <summary>A vector, written as an array of numbers or in base64.</summary>
/// <param name="Values">Its numbers.</param>
/// <param name="IsBase64">Whether it is written in base64: their 32-bit forms, the lowest byte first.</param>
[JsonConverter(typeof(EmbeddingVectorJsonConverter))]
public sealed record EmbeddingVector(ReadOnlyMemory<float> Values, bool IsBase64);
