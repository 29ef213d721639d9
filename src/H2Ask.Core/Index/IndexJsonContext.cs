using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using H2Ask.Core.Corpus;

namespace H2Ask.Core.Index;

/// <summary>How an index is written as JSON.</summary>
[JsonSerializable(typeof(IndexManifest))]
[JsonSerializable(typeof(StoredDocument))]
[JsonSerializable(typeof(StoredPassage))]
[JsonSerializable(typeof(IReadOnlyList<Section>))]
internal sealed partial class IndexJsonContext : JsonSerializerContext
{
    /// <summary>Names in camel case, nothing that is null, and Chinese as it is: escaped, it takes twice the room.</summary>
    public static IndexJsonContext OfIndex { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        // What is read may be damaged: nothing is null that must not be.
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    });
}
