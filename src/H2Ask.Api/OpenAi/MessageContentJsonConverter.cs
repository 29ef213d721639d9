using System.Text.Json;
using System.Text.Json.Serialization;

namespace H2Ask.Api.OpenAi;

/// <summary>Reads a string, or an array of parts.</summary>
internal sealed class MessageContentJsonConverter : JsonConverter<MessageContent>
{
    /// <inheritdoc />
    public override MessageContent Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.String) return new MessageContent(reader.GetString()!);
        if (reader.TokenType != JsonTokenType.StartArray) throw new JsonException();
        using var parts = JsonDocument.ParseValue(ref reader);
        var texts = new List<string>();
        var hasOtherParts = false;
        foreach (var part in parts.RootElement.EnumerateArray())
        {
            if (Member(part, "type") == "text" && Member(part, "text") is { } text) texts.Add(text);
            else hasOtherParts = true;
        }

        return new MessageContent(string.Join('\n', texts), hasOtherParts);
    }

    /// <inheritdoc />
    public override void Write(Utf8JsonWriter writer, MessageContent value, JsonSerializerOptions options) => writer.WriteStringValue(value.Text);

    private static string? Member(JsonElement part, string name) =>
        part.ValueKind == JsonValueKind.Object && part.TryGetProperty(name, out var member) && member.ValueKind == JsonValueKind.String ? member.GetString() : null;
}
