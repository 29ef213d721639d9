using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using H2Ask.Core.Corpus;
using H2Ask.Qdrant.Stored;
using H2Ask.Qdrant.Wire;

namespace H2Ask.Qdrant;

/// <summary>How requests, answers and what points carry are written as JSON.</summary>
[JsonSerializable(typeof(CollectionDefinition))]
[JsonSerializable(typeof(FieldIndex))]
[JsonSerializable(typeof(PointQuery))]
[JsonSerializable(typeof(QueryBatch))]
[JsonSerializable(typeof(PointsById))]
[JsonSerializable(typeof(Scroll))]
[JsonSerializable(typeof(Counting))]
[JsonSerializable(typeof(PointUpload))]
[JsonSerializable(typeof(PayloadChange))]
[JsonSerializable(typeof(PointDeletion))]
[JsonSerializable(typeof(AliasChange))]
[JsonSerializable(typeof(PointPayload))]
[JsonSerializable(typeof(FusionQuery))]
[JsonSerializable(typeof(SparseVector))]
[JsonSerializable(typeof(float[]))]
[JsonSerializable(typeof(float[][]))]
[JsonSerializable(typeof(IReadOnlyList<Section>))]
[JsonSerializable(typeof(Answer<FoundPoints>))]
[JsonSerializable(typeof(Answer<IReadOnlyList<FoundPoints>>))]
[JsonSerializable(typeof(Answer<IReadOnlyList<StoredPoint>>))]
[JsonSerializable(typeof(Answer<ScrolledPoints>))]
[JsonSerializable(typeof(Answer<PointCount>))]
[JsonSerializable(typeof(Answer<Aliases>))]
[JsonSerializable(typeof(Answer<Collections>))]
[JsonSerializable(typeof(Answer<CollectionState>))]
[JsonSerializable(typeof(Nothing))]
[JsonSerializable(typeof(ServerVersion))]
[JsonSerializable(typeof(Fault))]
internal sealed partial class QdrantJson : JsonSerializerContext
{
    /// <summary>Names as Qdrant writes them, nothing that is null, and Chinese as it is.</summary>
    public static QdrantJson Shapes { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        // What is read may be damaged: nothing is null that must not be.
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    });
}
