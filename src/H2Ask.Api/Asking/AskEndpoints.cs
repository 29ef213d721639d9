using System.Diagnostics;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using H2Ask.Api.Hosting;
using H2Ask.Core.Answering;
using H2Ask.Core.Index;
using H2Ask.Core.Retrieval;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;

namespace H2Ask.Api.Asking;

/// <summary><c>POST /api/ask</c> and <c>POST /api/search</c>.</summary>
public static partial class AskEndpoints
{
    private const int PassagesForSearch = 10;

    /// <summary>Adds the endpoints.</summary>
    public static void MapAsking(this IEndpointRouteBuilder endpoints)
    {
        var group = endpoints.MapGroup("/api").WithTags("Asking");
        group.MapPost("/ask", AskAsync)
            .WithSummary("Answers a question, with citations")
            .WithDescription("With \"stream\": true or Accept: text/event-stream the answer comes as server-sent events: retrieved, delta, citation, done, error.")
            .Produces<AskResponse>()
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable);
        group.MapPost("/search", SearchAsync)
            .WithSummary("Finds passages")
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable);
    }

    private static async Task<IResult> AskAsync(
        AskRequest request, HttpRequest http, LiveIndex live, IOptions<JsonOptions> json, ILoggerFactory logs, CancellationToken cancelled)
    {
        if (RequestLimits.Fault("question", request.Question, request.History, request.Filters, request.Top) is { } fault) return Problems.Invalid(fault);
        switch (request.Mode)
        {
            case null or "auto" or "extractive":
                break;
            case "llm":
                return Problems.Invalid("\"mode\" is \"llm\", but this service has no LLM. Ask with \"auto\" or \"extractive\".");
            default:
                return Problems.Invalid("\"mode\" must be \"auto\", \"extractive\" or \"llm\".");
        }

        using var lease = live.Take();
        if (lease is null) return Problems.NoIndex(live);
        return request.Stream || http.GetTypedHeaders().Accept.Any(accept => accept.MediaType == "text/event-stream")
            ? TypedResults.ServerSentEvents(Events(request, live, json.Value.SerializerOptions, logs.CreateLogger(typeof(AskEndpoints).FullName!), cancelled))
            : TypedResults.Ok((await AnswerAsync(request, lease.Index, cancelled)).Response);
    }

    private static async Task<Results<Ok<SearchResponse>, ProblemHttpResult>> SearchAsync(SearchRequest request, LiveIndex live, CancellationToken cancelled)
    {
        if (RequestLimits.Fault("query", request.Query, request.History, request.Filters, request.Top) is { } fault) return Problems.Invalid(fault);
        using var lease = live.Take();
        if (lease is null) return Problems.NoIndex(live);
        var query = FollowUp.Resolve(request.Query!, TurnRequest.ToTurns(request.History));
        var hits = await PassageSearcher.SearchAsync(lease.Index, query, Filters(request.Filters), request.Top ?? PassagesForSearch, cancelled);
        return TypedResults.Ok(new SearchResponse([.. hits.Select(PassageResponse.Of)]));
    }

    private static async ValueTask<(Answer Answer, AskResponse Response)> AnswerAsync(AskRequest request, IPassageIndex index, CancellationToken cancelled)
    {
        var started = Stopwatch.GetTimestamp();
        var answer = await ExtractiveAnswerer.AnswerAsync(
            index, request.Question!, TurnRequest.ToTurns(request.History), Filters(request.Filters), request.Top ?? ExtractiveAnswerer.UsualPassages, cancelled);
        return (answer, AskResponse.Of(request.Question!, answer, Stopwatch.GetElapsedTime(started)));
    }

    /// <summary>The answer, or null where making it failed, or where there is no index any more: the stream has begun, and the status can't tell it any more.</summary>
    private static async ValueTask<(Answer Answer, AskResponse Response)?> TryAnswerAsync(AskRequest request, LiveIndex live, ILogger logger, CancellationToken cancelled)
    {
        try
        {
            using var lease = live.Take();
            return lease is null ? null : await AnswerAsync(request, lease.Index, cancelled);
        }
        catch (Exception fault) when (!cancelled.IsCancellationRequested)
        {
            LogBroken(logger, fault);
            return null;
        }
    }

    private static async IAsyncEnumerable<SseItem<string>> Events(
        AskRequest request, LiveIndex live, JsonSerializerOptions json, ILogger logger, [EnumeratorCancellation] CancellationToken cancelled)
    {
        var made = await TryAnswerAsync(request, live, logger, cancelled);
        if (made is not var (answer, response))
        {
            yield return Event("error", Problems.Broken());
            yield break;
        }

        yield return Event("retrieved", answer.Hits.Select(PassageResponse.Of).ToArray());
        if (!answer.Answered) yield return Event("delta", new DeltaEvent(response.Answer));
        for (var i = 0; i < response.Statements.Count; i++)
        {
            cancelled.ThrowIfCancellationRequested();
            var statement = response.Statements[i];
            var marks = string.Concat(statement.Citations.Select(number => $" [{number}]"));
            yield return Event("delta", new DeltaEvent((i > 0 ? "\n" : string.Empty) + statement.Text + marks));
            foreach (var citation in response.Citations.Where(citation => statement.Citations.Contains(citation.Number)))
            {
                yield return Event("citation", citation);
            }
        }

        yield return Event("done", response);

        SseItem<string> Event<T>(string name, T data) =>
            new(JsonSerializer.Serialize(data, (JsonTypeInfo<T>)json.GetTypeInfo(typeof(T))), name);
    }

    private static SearchFilters Filters(FiltersRequest? filters) => filters?.ToFilters() ?? SearchFilters.None;

    [LoggerMessage(EventId = 3, Level = LogLevel.Error, Message = "An answer could not be made")]
    private static partial void LogBroken(ILogger logger, Exception fault);
}
