using System.Text.Json.Serialization;

namespace H2Ask.Api.OpenAi;

/// <summary>What is to be embedded.</summary>
/// <param name="Texts">The texts; null where tokens were sent instead.</param>
[JsonConverter(typeof(EmbeddingInputJsonConverter))]
public sealed record EmbeddingInput(IReadOnlyList<string>? Texts);
