using H2Ask.Api.Asking;
using H2Ask.Api.Documents;
using H2Ask.Api.Feedback;
using H2Ask.Api.OpenAi;
using H2Ask.Api.Uploads;
using Microsoft.AspNetCore.Mvc;
using System.Text.Json.Serialization;

namespace H2Ask.Api.Hosting;

/// <summary>How requests and responses are written as JSON.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, PropertyNameCaseInsensitive = true)]
[JsonSerializable(typeof(AskRequest))]
[JsonSerializable(typeof(AskResponse))]
[JsonSerializable(typeof(ChatChunk))]
[JsonSerializable(typeof(ChatCompletion))]
[JsonSerializable(typeof(ChatRequest))]
[JsonSerializable(typeof(CitationResponse))]
[JsonSerializable(typeof(DeltaEvent))]
[JsonSerializable(typeof(DocumentDetails))]
[JsonSerializable(typeof(DocumentList))]
[JsonSerializable(typeof(DocumentText))]
[JsonSerializable(typeof(EmbeddingList))]
[JsonSerializable(typeof(EmbeddingRequest))]
[JsonSerializable(typeof(FeedbackRequest))]
[JsonSerializable(typeof(FeedbackResponse))]
[JsonSerializable(typeof(HealthResponse))]
[JsonSerializable(typeof(IndexingList))]
[JsonSerializable(typeof(IndexingStatus))]
[JsonSerializable(typeof(ModelList))]
[JsonSerializable(typeof(OpenAiErrorResponse))]
[JsonSerializable(typeof(PassageResponse[]))]
[JsonSerializable(typeof(ProblemDetails))]
[JsonSerializable(typeof(SearchRequest))]
[JsonSerializable(typeof(SearchResponse))]
internal sealed partial class ApiJsonContext : JsonSerializerContext;
