using System.Text.Json;
using System.Text.Json.Serialization;

namespace H2Ask.Indexer.Mcp;

/// <summary>How the arguments and the content of tools are written as JSON.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow, AllowDuplicateProperties = false, NumberHandling = JsonNumberHandling.Strict)]
[JsonSerializable(typeof(AskArguments))]
[JsonSerializable(typeof(AnswerContent))]
[JsonSerializable(typeof(SearchArguments))]
[JsonSerializable(typeof(SearchContent))]
[JsonSerializable(typeof(ReadArguments))]
[JsonSerializable(typeof(DocumentContent))]
[JsonSerializable(typeof(JsonElement))]
internal sealed partial class McpJsonContext : JsonSerializerContext;
