using System.Diagnostics;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using H2Ask.Api.Description;
using H2Ask.Api.Hosting;
using H2Ask.Api.Telemetry;
using H2Ask.Core.Answering;
using H2Ask.Core.Answering.Llm;
using H2Ask.Core.Index;
using H2Ask.Core.Retrieval;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using JsonOptions = Microsoft.AspNetCore.Http.Json.JsonOptions;

namespace H2Ask.Api.Asking;

/// <summary><c>POST /api/ask</c> and <c>POST /api/search</c>.</summary>
public static partial class AskEndpoints
{
    private const int PassagesForSearch = 10;

    /// <summary>Adds the endpoints.</summary>
    public static void MapAsking(this IEndpointRouteBuilder endpoints)
    {
        var group = endpoints.MapGroup("/api").WithTags("Asking").ProducesProblems();
        group.MapPost("/ask", AskAsync)
            .WithName("ask")
            .TakesQuery()
            .WithSummary("Answers a question, with citations")
            .WithDescription("With \"stream\": true or Accept: text/event-stream the answer comes as server-sent events: retrieved, delta, citation, done, error.")
            .Produces<AskResponse>()
            .ProducesBodyProblems()
            .ProducesProblem(StatusCodes.Status502BadGateway);
        group.MapPost("/search", SearchAsync)
            .WithName("search")
            .TakesQuery()
            .WithSummary("Finds passages")
            .WithDescription("The passages that fit a question, by its words and by what it means, the best first; without an answer.")
            .ProducesBodyProblems();
    }

    private static async Task<IResult> AskAsync(
        AskRequest request, HttpRequest http, LiveIndex live, Answerer answerer, IOptions<JsonOptions> json, QuestionLog questions, ILoggerFactory logs, CancellationToken cancelled)
    {
        if (RequestLimits.Fault("question", request.Question, request.History, request.Filters, request.Top) is { } fault) return Problems.Invalid(fault);
        if (ModeOf(request.Mode) is not { } mode) return Problems.Invalid("\"mode\" must be \"auto\", \"extractive\" or \"llm\".");
        if (mode == AnswerMode.Llm && !answerer.HasLlm)
        {
            return Problems.Invalid("\"mode\" is \"llm\", but this service has no LLM: the setting Llm:Endpoint is empty. Ask with \"auto\" or \"extractive\".");
        }

        using var lease = live.Take();
        if (lease is null) return Problems.NoIndex(live);
        questions.Write(http.HttpContext, request.Question!);
        var logger = logs.CreateLogger(typeof(AskEndpoints).FullName!);
        if (request.Stream || http.GetTypedHeaders().Accept.Any(accept => accept.MediaType == "text/event-stream"))
        {
            return TypedResults.ServerSentEvents(Events(request, mode, live, answerer, json.Value.SerializerOptions, logger, cancelled));
        }

        try
        {
            var started = Stopwatch.GetTimestamp();
            var answer = ((AnswerMade)await Answer(request, mode, lease.Index, answerer, cancelled).LastAsync(cancelled)).Answer;
            return TypedResults.Ok(Response(request, answer, started, logger));
        }
        catch (LlmException failed)
        {
            LogLlm(logger, failed.Message);
            if (failed.IsBusy) http.HttpContext.Response.Headers.RetryAfter = Problems.BusySeconds;
            return TypedResults.Problem(Problems.NoLlm(failed));
        }
    }

    private static async Task<Results<Ok<SearchResponse>, ProblemHttpResult>> SearchAsync(
        SearchRequest request, HttpContext context, LiveIndex live, QuestionLog questions, CancellationToken cancelled)
    {
        if (RequestLimits.Fault("query", request.Query, request.History, request.Filters, request.Top) is { } fault) return Problems.Invalid(fault);
        using var lease = live.Take();
        if (lease is null) return Problems.NoIndex(live);
        questions.Write(context, request.Query!);
        var query = FollowUp.Resolve(request.Query!, TurnRequest.ToTurns(request.History));
        var filters = FiltersRequest.ToFilters(request.Filters);
        var hits = await PassageSearcher.SearchAsync(lease.Index, query, filters, request.Top ?? PassagesForSearch, cancelled);
        return TypedResults.Ok(new SearchResponse([.. hits.Select(PassageResponse.Of)], SearchNotice.For(lease.Index, query, filters)));
    }

    private static AnswerMode? ModeOf(string? mode) => mode switch
    {
        null or "auto" => AnswerMode.Auto,
        "extractive" => AnswerMode.Extractive,
        "llm" => AnswerMode.Llm,
        _ => null,
    };

    private static IAsyncEnumerable<AnswerEvent> Answer(AskRequest request, AnswerMode mode, IPassageIndex index, Answerer answerer, CancellationToken cancelled) =>
        answerer.AnswerAsync(
            index, request.Question!, TurnRequest.ToTurns(request.History), FiltersRequest.ToFilters(request.Filters), request.Top ?? ExtractiveAnswerer.UsualPassages, mode, cancelled);

    private static AskResponse Response(AskRequest request, Answer answer, long started, ILogger logger)
    {
        if (answer.Warning is { } warning) LogLlm(logger, warning);
        return AskResponse.Of(request.Question!, answer, Stopwatch.GetElapsedTime(started));
    }

    private static async IAsyncEnumerable<SseItem<string>> Events(
        AskRequest request,
        AnswerMode mode,
        LiveIndex live,
        Answerer answerer,
        JsonSerializerOptions json,
        ILogger logger,
        [EnumeratorCancellation] CancellationToken cancelled)
    {
        var started = Stopwatch.GetTimestamp();
        using var lease = live.Take();
        if (lease is null)
        {
            yield return Event("error", Problems.Broken());
            yield break;
        }

        var statements = 0;
        await using var steps = Answer(request, mode, lease.Index, answerer, cancelled).GetAsyncEnumerator(cancelled);
        while (true)
        {
            var (step, problem) = await NextAsync(steps, logger, cancelled);
            if (problem is not null) yield return Event("error", problem);
            switch (step)
            {
                case null:
                    yield break;
                case PassagesFound found:
                    yield return Event("retrieved", found.Hits.Select(PassageResponse.Of).ToArray());
                    break;
                case StatementMade made:
                    yield return Event("delta", new DeltaEvent((statements++ > 0 ? "\n" : string.Empty) + made.Statement.Line, StatementResponse.Of(made.Statement)));
                    foreach (var citation in made.Citations) yield return Event("citation", CitationResponse.Of(citation));
                    break;
                case AnswerMade whole:
                    var response = Response(request, whole.Answer, started, logger);
                    if (statements == 0) yield return Event("delta", new DeltaEvent(response.Answer));
                    yield return Event("done", response);
                    break;
            }
        }

        SseItem<string> Event<T>(string name, T data) =>
            new(JsonSerializer.Serialize(data, (JsonTypeInfo<T>)json.GetTypeInfo(typeof(T))), name);
    }

    /// <summary>The next step, or none at the end; where making it failed a problem, for the stream has begun, and the status can't tell it any more.</summary>
    internal static async Task<(AnswerEvent? Step, ProblemDetails? Problem)> NextAsync(IAsyncEnumerator<AnswerEvent> steps, ILogger logger, CancellationToken cancelled)
    {
        try
        {
            return (await steps.MoveNextAsync() ? steps.Current : null, null);
        }
        catch (LlmException failed)
        {
            LogLlm(logger, failed.Message);
            return (null, Problems.NoLlm(failed));
        }
        catch (Exception fault) when (!cancelled.IsCancellationRequested)
        {
            LogBroken(logger, fault);
            return (null, Problems.Broken());
        }
    }

    [LoggerMessage(EventId = 3, Level = LogLevel.Error, Message = "An answer could not be made")]
    private static partial void LogBroken(ILogger logger, Exception fault);

    [LoggerMessage(EventId = 4, Level = LogLevel.Warning, Message = "{What}")]
    private static partial void LogLlm(ILogger logger, string what);
}
