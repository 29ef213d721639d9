using H2Ask.Api.Description;
using H2Ask.Api.Hosting;
using H2Ask.Core.Feedback;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace H2Ask.Api.Feedback;

/// <summary><c>POST /api/feedback</c>.</summary>
public static partial class FeedbackEndpoints
{
    private const long LargestRequest = 256 << 10;

    /// <summary>Adds the endpoint.</summary>
    public static void MapFeedback(this IEndpointRouteBuilder endpoints) => endpoints.MapGroup("/api/feedback").WithTags("Asking").ProducesProblems()
        .MapPost(string.Empty, AddAsync)
        .WithName("addFeedback")
        .TakesQuery()
        .WithMetadata(new RequestSizeLimitAttribute(LargestRequest))
        .WithSummary("Keeps what a user says of an answer")
        .WithDescription("The service keeps no answers: what was shown is sent again, so that it can become a question of an evaluation. It is on the disk when the response comes, and can't be read over HTTP.")
        .ProducesBodyProblems()
        .ProducesProblem(StatusCodes.Status507InsufficientStorage);

    private static async Task<Results<Created<FeedbackResponse>, ProblemHttpResult>> AddAsync(
        FeedbackRequest request, FeedbackFile file, LiveIndex live, ILoggerFactory logs, CancellationToken cancelled)
    {
        if (request.Fault() is { } fault) return Problems.Invalid(fault);
        using var lease = live.Take();
        var entry = request.Entry(lease?.Index.Generation);
        try
        {
            if (await file.AddAsync(entry, cancelled)) return TypedResults.Created((string?)null, new FeedbackResponse(entry.Id, entry.ReceivedAt));
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            LogNotKept(logs.CreateLogger(typeof(FeedbackEndpoints).FullName!), failed);
        }

        return TypedResults.Problem(
            "The file of what users say is full, or can't be written. Whoever runs the service must make room for it.", statusCode: StatusCodes.Status507InsufficientStorage, title: "It could not be kept");
    }

    [LoggerMessage(EventId = 30, Level = LogLevel.Error, Message = "What a user said of an answer could not be kept")]
    private static partial void LogNotKept(ILogger logger, Exception fault);
}
