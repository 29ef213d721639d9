using System.Text.Json;
using System.Text.Json.Serialization;

namespace H2Ask.Api.OpenAi;

/// <summary>Reads a text, an array of texts, or one of tokens.</summary>
internal sealed class EmbeddingInputJsonConverter : JsonConverter<EmbeddingInput>
{
    /// <inheritdoc />
    public override EmbeddingInput Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.String) return new EmbeddingInput([reader.GetString()!]);
        if (reader.TokenType != JsonTokenType.StartArray) throw new JsonException();
        using var items = JsonDocument.ParseValue(ref reader);
        var texts = new List<string>();
        foreach (var item in items.RootElement.EnumerateArray())
        {
            if (item.ValueKind is JsonValueKind.Number or JsonValueKind.Array) return new EmbeddingInput(Texts: null);
            texts.Add(item.ValueKind == JsonValueKind.String ? item.GetString()! : throw new JsonException());
        }

        return new EmbeddingInput(texts);
    }

    /// <inheritdoc />
    public override void Write(Utf8JsonWriter writer, EmbeddingInput value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        foreach (var text in value.Texts ?? []) writer.WriteStringValue(text);
        writer.WriteEndArray();
    }
}
