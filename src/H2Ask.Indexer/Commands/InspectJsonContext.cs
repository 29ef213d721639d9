using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace H2Ask.Indexer.Commands;

/// <summary>How <c>inspect --json</c> writes: a document a line.</summary>
[JsonSerializable(typeof(InspectedDocument))]
internal sealed partial class InspectJsonContext : JsonSerializerContext
{
    /// <summary>Names in camel case, nothing that is null, and Chinese as it is.</summary>
    public static InspectJsonContext OfLines { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    });
}
