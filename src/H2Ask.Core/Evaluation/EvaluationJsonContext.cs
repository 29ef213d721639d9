using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using H2Ask.Core.Evaluation.Sources;

namespace H2Ask.Core.Evaluation;

/// <summary>How question files, result files and the requests of an evaluation are written as JSON.</summary>
[JsonSerializable(typeof(QuestionLine))]
[JsonSerializable(typeof(QuestionScore))]
[JsonSerializable(typeof(AskBody))]
[JsonSerializable(typeof(SearchBody))]
[JsonSerializable(typeof(AnswerBody))]
[JsonSerializable(typeof(HitsBody))]
[JsonSerializable(typeof(ProblemBody))]
internal sealed partial class EvaluationJsonContext : JsonSerializerContext
{
    /// <summary>Files: nothing that is null, and Chinese as it is.</summary>
    public static EvaluationJsonContext OfFiles { get; } = new(Json(JsonIgnoreCondition.WhenWritingNull));

    /// <summary>The HTTP contract.</summary>
    public static EvaluationJsonContext OfHttp { get; } = new(Json(JsonIgnoreCondition.Never));

    private static JsonSerializerOptions Json(JsonIgnoreCondition ignored) => new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = ignored,
        RespectNullableAnnotations = true,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };
}
