using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace H2Ask.Core.Feedback;

/// <summary>How the lines of a feedback file are written: nothing that is null, and Chinese as it is.</summary>
[JsonSerializable(typeof(FeedbackEntry))]
internal sealed partial class FeedbackJsonContext : JsonSerializerContext
{
    public static FeedbackJsonContext OfLines { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        RespectNullableAnnotations = true,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    });
}
