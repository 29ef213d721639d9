using System.Buffers.Binary;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace H2Ask.Api.OpenAi;

/// <summary>Writes a vector in the form that was asked for.</summary>
internal sealed class EmbeddingVectorJsonConverter : JsonConverter<EmbeddingVector>
{
    /// <inheritdoc />
    public override EmbeddingVector Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.String) return new EmbeddingVector(Numbers(reader.GetBytesFromBase64()), IsBase64: true);
        var values = new List<float>();
        if (reader.TokenType != JsonTokenType.StartArray) throw new JsonException();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray) values.Add(reader.GetSingle());
        return new EmbeddingVector(values.ToArray(), IsBase64: false);
    }

    /// <inheritdoc />
    public override void Write(Utf8JsonWriter writer, EmbeddingVector value, JsonSerializerOptions options)
    {
        if (value.IsBase64)
        {
            writer.WriteBase64StringValue(Bytes(value.Values.Span));
            return;
        }

        writer.WriteStartArray();
        foreach (var number in value.Values.Span) writer.WriteNumberValue(number);
        writer.WriteEndArray();
    }

    private static byte[] Bytes(ReadOnlySpan<float> values)
    {
        var bytes = new byte[values.Length * sizeof(float)];
        for (var i = 0; i < values.Length; i++) BinaryPrimitives.WriteSingleLittleEndian(bytes.AsSpan(i * sizeof(float)), values[i]);
        return bytes;
    }

    private static float[] Numbers(byte[] bytes)
    {
        var values = new float[bytes.Length / sizeof(float)];
        for (var i = 0; i < values.Length; i++) values[i] = BinaryPrimitives.ReadSingleLittleEndian(bytes.AsSpan(i * sizeof(float)));
        return values;
    }
}
