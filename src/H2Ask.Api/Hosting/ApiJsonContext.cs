using System.Text.Json.Serialization;
using H2Ask.Api.Asking;
using H2Ask.Api.Documents;
using Microsoft.AspNetCore.Mvc;

namespace H2Ask.Api.Hosting;

/// <summary>How requests and responses are written as JSON.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, PropertyNameCaseInsensitive = true)]
[JsonSerializable(typeof(AskRequest))]
[JsonSerializable(typeof(AskResponse))]
[JsonSerializable(typeof(CitationResponse))]
[JsonSerializable(typeof(DeltaEvent))]
[JsonSerializable(typeof(DocumentDetails))]
[JsonSerializable(typeof(DocumentList))]
[JsonSerializable(typeof(DocumentText))]
[JsonSerializable(typeof(HealthResponse))]
[JsonSerializable(typeof(PassageResponse[]))]
[JsonSerializable(typeof(ProblemDetails))]
[JsonSerializable(typeof(SearchRequest))]
[JsonSerializable(typeof(SearchResponse))]
internal sealed partial class ApiJsonContext : JsonSerializerContext;
