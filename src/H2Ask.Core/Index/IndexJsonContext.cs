using System.Text.Json.Serialization;
using H2Ask.Core.Corpus;

namespace H2Ask.Core.Index;

/// <summary>How an index is written as JSON.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(IndexManifest))]
[JsonSerializable(typeof(CorpusDocument))]
internal sealed partial class IndexJsonContext : JsonSerializerContext;
