using System.ComponentModel;
using H2Ask.Api.Access;
using H2Ask.Api.Description;
using H2Ask.Api.Hosting;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace H2Ask.Api.Uploads;

/// <summary><c>PUT</c> and <c>DELETE /api/documents/{name}</c>, and what has become of them.</summary>
public static class UploadEndpoints
{
    private const string FileName = "The name of the file, with its ending.";

    /// <summary>Adds the endpoints.</summary>
    public static void MapUploads(this IEndpointRouteBuilder endpoints)
    {
        var documents = endpoints.MapGroup("/api/documents").WithTags("Documents").RequireWriteKey().ProducesProblems()
            .ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status409Conflict);
        // The same place in the address as the id of a document that is asked for; one description can't have two names for it.
        documents.MapPut("/{id}", PutAsync)
            .TakesQuery()
            .WithName("putDocument")
            .AddOpenApiOperationTransformer(DescribeBody)
            .WithSummary("Uploads a file of documents, new or in the place of the one of its name")
            .WithDescription("The address ends in the name of the file; the body is the file's bytes. It is indexed in the background: Location leads to its status. If-None-Match: * only uploads it where there is none of its name.")
            .ProducesProblem(StatusCodes.Status412PreconditionFailed)
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
            .ProducesProblem(StatusCodes.Status507InsufficientStorage);
        documents.MapDelete("/{id}", Delete)
            .TakesQuery()
            .WithName("deleteDocument")
            .WithSummary("Deletes an uploaded file")
            .WithDescription("The address ends in the name of the file. It is gone from the index when the status that Location leads to is done.")
            .ProducesProblem(StatusCodes.Status404NotFound);
        documents.MapMethods(string.Empty, [HttpMethods.Put, HttpMethods.Delete], Nameless).ExcludeFromDescription();

        var indexing = endpoints.MapGroup("/api/indexing").WithTags("Documents").RequireWriteKey().ProducesProblems().ProducesProblem(StatusCodes.Status403Forbidden);
        indexing.MapGet(string.Empty, (IndexingLog log) => TypedResults.Ok(new IndexingList(log.All())))
            .TakesQuery()
            .WithName("listIndexing")
            .WithSummary("What has become of the latest uploads and deletions")
            .WithDescription("The latest first, since the service was started.");
        indexing.MapGet("/{id}", Status)
            .TakesQuery()
            .WithName("getIndexing")
            .WithSummary("What has become of an upload or a deletion")
            .WithDescription("To be asked again until its state is done or failed. It names the documents that were found in the file, and what could not be read.")
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    /// <summary>The body is read as it comes, so the description can't tell it from the parameters.</summary>
    private static Task DescribeBody(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancelled)
    {
        var bytes = new OpenApiMediaType { Schema = new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary" } };
        operation.RequestBody = new OpenApiRequestBody
        {
            Description = "The bytes of the file.",
            Required = true,
            Content = new Dictionary<string, OpenApiMediaType> { ["application/octet-stream"] = bytes },
        };
        return Task.CompletedTask;
    }

    private static ProblemHttpResult Nameless(HttpRequest request) => Problems.Invalid($"The address must end in the name of the file: {request.Method} /api/documents/NAME.");

    private static async Task<Results<Accepted<IndexingStatus>, ProblemHttpResult>> PutAsync([FromRoute(Name = "id"), Description(FileName)] string given, HttpContext http, UploadReceiving uploads)
    {
        var name = UploadName.Read(given, out var fault);
        return fault is null ? Answer(await uploads.ReceiveAsync(name, http), http) : Problems.Invalid(fault);
    }

    private static Results<Accepted<IndexingStatus>, ProblemHttpResult> Delete([FromRoute(Name = "id"), Description(FileName)] string given, HttpContext http, UploadReceiving uploads, LiveIndex live)
    {
        var name = UploadName.Read(given, out var fault);
        if (fault is null) return Answer(uploads.Delete(name, http), http);
        using var lease = live.Take();
        return Problems.Invalid(lease?.Index.FindDocument(given) is { Document: var document }
            ? $"This is the id of a document. What is deleted is a file, by its file name, with all documents in it; this one stands in {document.File}."
            : fault);
    }

    private static Results<Ok<IndexingStatus>, ProblemHttpResult> Status([Description("The id of the upload or deletion.")] string id, IndexingLog log) => log.Find(id) is { } status
        ? TypedResults.Ok(status)
        : Problems.NotFound("There is no such upload or deletion, or it was over long ago, or before the service was started. GET /api/documents?file=NAME lists the documents of a file.");

    private static Results<Accepted<IndexingStatus>, ProblemHttpResult> Answer((IndexingStatus? Status, ProblemHttpResult? Problem) outcome, HttpContext http)
    {
        if (outcome.Status is { } status) return TypedResults.Accepted($"/api/indexing/{status.Id}", status);
        if (outcome.Problem!.StatusCode is StatusCodes.Status429TooManyRequests or StatusCodes.Status503ServiceUnavailable) http.Response.Headers.RetryAfter = "2";
        return outcome.Problem;
    }
}
