using System.Text.Json;
using System.Text.Json.Serialization;

namespace H2Ask.Core.Retrieval;

/// <summary>How the weights of the ranker are read.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(RankerWeights))]
[JsonSerializable(typeof(float[][]))]
internal sealed partial class RankerJsonContext : JsonSerializerContext;
