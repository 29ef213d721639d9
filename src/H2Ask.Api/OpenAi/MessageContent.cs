using System.Text.Json.Serialization;

namespace H2Ask.Api.OpenAi;

/// <summary>What a message says.</summary>
/// <param name="Text">Its text, that of several parts on lines of their own.</param>
/// <param name="HasOtherParts">Whether it holds parts that are no text.</param>
[JsonConverter(typeof(MessageContentJsonConverter))]
public sealed record MessageContent(string Text, bool HasOtherParts = false);
