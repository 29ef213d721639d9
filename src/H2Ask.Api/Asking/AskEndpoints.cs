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
        group.MapPost("/ask", Ask)
            .WithSummary("Answers a question, with citations")
            .WithDescription("With \"stream\": true or Accept: text/event-stream the answer comes as server-sent events: retrieved, delta, citation, done, error.")
            .Produces<AskResponse>()
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable);
        group.MapPost("/search", Search)
            .WithSummary("Finds passages")
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable);
    }

    private static IResult Ask(AskRequest request, HttpRequest http, LiveIndex live, IOptions<JsonOptions> json, ILoggerFactory logs, CancellationToken cancelled)
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
            : TypedResults.Ok(Answer(request, lease.Index).Response);
    }

    private static Results<Ok<SearchResponse>, ProblemHttpResult> Search(SearchRequest request, LiveIndex live)
    {
        if (RequestLimits.Fault("query", request.Query, request.History, request.Filters, request.Top) is { } fault) return Problems.Invalid(fault);
        using var lease = live.Take();
        if (lease is null) return Problems.NoIndex(live);
        var query = FollowUp.Resolve(request.Query!, TurnRequest.ToTurns(request.History));
        var hits = PassageSearcher.Search(lease.Index, query, Filters(request.Filters), request.Top ?? PassagesForSearch);
        return TypedResults.Ok(new SearchResponse([.. hits.Select(PassageResponse.Of)]));
    }

    private static (Answer Answer, AskResponse Response) Answer(AskRequest request, PassageIndex index)
    {
        var started = Stopwatch.GetTimestamp();
        var answer = ExtractiveAnswerer.Answer(
            index, request.Question!, TurnRequest.ToTurns(request.History), Filters(request.Filters), request.Top ?? ExtractiveAnswerer.UsualPassages);
        return (answer, AskResponse.Of(request.Question!, answer, Stopwatch.GetElapsedTime(started)));
    }

    /// <summary>The answer, or null where making it failed, or where there is no index any more: the stream has begun, and the status can't tell it any more.</summary>
    private static (Answer Answer, AskResponse Response)? TryAnswer(AskRequest request, LiveIndex live, ILogger logger)
    {
        try
        {
            using var lease = live.Take();
            return lease is null ? null : Answer(request, lease.Index);
        }
        catch (Exception fault)
        {
            LogBroken(logger, fault);
            return null;
        }
    }

    private static async IAsyncEnumerable<SseItem<string>> Events(
        AskRequest request, LiveIndex live, JsonSerializerOptions json, ILogger logger, [EnumeratorCancellation] CancellationToken cancelled)
    {
        await Task.CompletedTask;
        var made = TryAnswer(request, live, logger);
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
