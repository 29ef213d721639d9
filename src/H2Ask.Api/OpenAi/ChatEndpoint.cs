using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using H2Ask.Api.Asking;
using H2Ask.Api.Hosting;
using H2Ask.Api.Telemetry;
using H2Ask.Core.Answering;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using JsonOptions = Microsoft.AspNetCore.Http.Json.JsonOptions;

namespace H2Ask.Api.OpenAi;

/// <summary><c>POST /v1/chat/completions</c>.</summary>
internal static class ChatEndpoint
{
    private const string Done = "[DONE]";

    public static async Task<IResult> CompleteAsync(
        ChatRequest request, HttpResponse http, LiveIndex live, Answerer answerer, OpenAiModels models, QuestionModel tokens, QuestionLog questions, IOptions<JsonOptions> json, ILoggerFactory logs, CancellationToken cancelled)
    {
        if (models.ModeOf(request.Model, out var noModel) is not { } mode) return noModel!;
        if (ChatConversation.Read(request, out var fault) is not { } conversation) return fault!;
        var lease = live.Take();
        if (lease is null) return Problems.NoIndex(live);
        http.RegisterForDispose(lease);
        questions.Write(http.HttpContext, conversation.Question);

        var filters = FiltersRequest.ToFilters(request.Filters);
        var steps = answerer.AnswerAsync(lease.Index, conversation.Question, conversation.History, filters, ExtractiveAnswerer.UsualPassages, mode, cancelled).GetAsyncEnumerator(cancelled);
        http.RegisterForDisposeAsync(steps);
        var writing = new ChatWriting(request, tokens);
        var logger = logs.CreateLogger(typeof(ChatEndpoint).FullName!);
        var (step, problem) = await NextAsync(steps, logger, cancelled);
        if (problem is null && request.Stream == true) return TypedResults.ServerSentEvents(Events(writing, step!, steps, json.Value.SerializerOptions, logger, cancelled));
        while (problem is null && step is not AnswerMade) (step, problem) = await NextAsync(steps, logger, cancelled);
        if (problem?.Status == StatusCodes.Status429TooManyRequests) http.Headers.RetryAfter = Problems.BusySeconds;
        return problem is not null ? TypedResults.Problem(problem) : TypedResults.Ok(writing.Whole(((AnswerMade)step!).Answer));
    }

    /// <summary>The events of a stream. It begins with the first statement, so that what keeps the LLM from writing is still told by the status.</summary>
    private static async IAsyncEnumerable<SseItem<string>> Events(
        ChatWriting writing, AnswerEvent first, IAsyncEnumerator<AnswerEvent> steps, JsonSerializerOptions json, ILogger logger, [EnumeratorCancellation] CancellationToken cancelled)
    {
        var (step, problem) = ((AnswerEvent?)first, (ProblemDetails?)null);
        while (step is not null)
        {
            foreach (var chunk in writing.Next(step)) yield return Event(chunk);
            (step, problem) = await NextAsync(steps, logger, cancelled);
        }

        if (problem is not null) yield return Event(OpenAiErrors.Of(problem));
        yield return new SseItem<string>(Done);

        SseItem<string> Event<T>(T data) => new(JsonSerializer.Serialize(data, (JsonTypeInfo<T>)json.GetTypeInfo(typeof(T))));
    }

    /// <summary>The next step that says something.</summary>
    private static async Task<(AnswerEvent? Step, ProblemDetails? Problem)> NextAsync(IAsyncEnumerator<AnswerEvent> steps, ILogger logger, CancellationToken cancelled)
    {
        while (true)
        {
            var next = await AskEndpoints.NextAsync(steps, logger, cancelled);
            if (next.Step is not PassagesFound) return next;
        }
    }
}
