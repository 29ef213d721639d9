using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace H2Ask.Api.Tests.Asking;

/// <summary>An OpenAI-compatible endpoint that answers as a test tells it to.</summary>
internal sealed class ScriptedLlm : IAsyncDisposable
{
    public const string Key = "sk-secret-of-the-test";

    private readonly WebApplication _app;

    private ScriptedLlm(WebApplication app) => _app = app;

    public string Endpoint => $"{_app.Urls.Single()}/v1";

    /// <summary>How it answers the next requests.</summary>
    public Func<HttpContext, Task> Script { get; set; } = context => Say(context, "资料未说明");

    /// <summary>The bodies of the requests it got.</summary>
    public ConcurrentQueue<JsonElement> Requests { get; } = new();

    /// <summary>The keys it was sent.</summary>
    public ConcurrentQueue<string> Keys { get; } = new();

    /// <summary>Set when whoever asked has hung up.</summary>
    public TaskCompletionSource HungUp { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public static async Task<ScriptedLlm> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var llm = new ScriptedLlm(app);
        app.MapPost("/v1/chat/completions", llm.Answer);
        await app.StartAsync();
        return llm;
    }

    /// <summary>Streams a text in pieces of so many letters, then ends as an LLM does.</summary>
    public static async Task Say(HttpContext context, string text, int letters = 3, string? end = "stop")
    {
        for (var i = 0; i < text.Length; i += letters) await Chunk(context, new { content = text.Substring(i, Math.Min(letters, text.Length - i)) }, null);
        if (end is null) return;
        await Chunk(context, new { }, end);
        await context.Response.WriteAsync("data: [DONE]\n\n");
    }

    /// <summary>Sends one piece.</summary>
    public static async Task Chunk(HttpContext context, object delta, string? end)
    {
        if (!context.Response.HasStarted) context.Response.ContentType = "text/event-stream";
        var chunk = new { id = "1", @object = "chat.completion.chunk", created = 1, model = "test", choices = new[] { new { index = 0, delta, finish_reason = end } } };
        await context.Response.WriteAsync($"data: {JsonSerializer.Serialize(chunk)}\n\n", context.RequestAborted);
        await context.Response.Body.FlushAsync(context.RequestAborted);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task Answer(HttpContext context)
    {
        context.RequestAborted.Register(() => HungUp.TrySetResult());
        Keys.Enqueue(context.Request.Headers.Authorization.ToString());
        using var body = await JsonDocument.ParseAsync(context.Request.Body);
        Requests.Enqueue(body.RootElement.Clone());
        try
        {
            await Script(context);
        }
        catch (OperationCanceledException)
        {
            // Whoever asked has hung up.
        }
    }
}
