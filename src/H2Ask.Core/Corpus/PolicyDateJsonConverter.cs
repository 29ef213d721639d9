using System.Text.Json;
using System.Text.Json.Serialization;

namespace H2Ask.Core.Corpus;

/// <summary>Writes a date in JSON as it is written in text.</summary>
public sealed class PolicyDateJsonConverter : JsonConverter<PolicyDate>
{
    /// <inheritdoc />
    public override PolicyDate Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        PolicyDate.TryParse(reader.GetString(), out var date) ? date : throw new JsonException("A date is written 2021, 2021-03 or 2021-03-05.");

    /// <inheritdoc />
    public override void Write(Utf8JsonWriter writer, PolicyDate value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}
