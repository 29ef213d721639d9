using System.Text.Json;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace H2Ask.Web.Tests;

/// <summary>The page with a service behind it that sends what a test tells it to, when it tells it to.</summary>
internal sealed class ScriptedService : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly Channel<string> _events = Channel.CreateUnbounded<string>();

    private ScriptedService(WebApplication app) => _app = app;

    public Uri Address => new(_app.Urls.Single());

    /// <summary>Set when the page has hung up.</summary>
    public TaskCompletionSource HungUp { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public static async Task<ScriptedService> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var service = new ScriptedService(app);
        app.MapChatPage();
        app.MapGet("/health/ready", () => Results.Text("""{"status":"ok","documents":1,"passages":1}""", "application/json"));
        app.MapPost("/api/ask", service.Answer);
        await app.StartAsync();
        return service;
    }

    /// <summary>Sends the next event of the answer.</summary>
    public void Send(string name, object data) => _events.Writer.TryWrite($"event: {name}\ndata: {JsonSerializer.Serialize(data)}\n\n");

    /// <summary>Ends the answer.</summary>
    public void End() => _events.Writer.TryComplete();

    public async ValueTask DisposeAsync()
    {
        End();
        await _app.DisposeAsync();
    }

    private async Task Answer(HttpContext context)
    {
        context.Response.ContentType = "text/event-stream";
        context.RequestAborted.Register(() => HungUp.TrySetResult());
        await context.Response.StartAsync();
        try
        {
            await foreach (var item in _events.Reader.ReadAllAsync(context.RequestAborted))
            {
                await context.Response.WriteAsync(item);
                await context.Response.Body.FlushAsync();
            }
        }
        catch (OperationCanceledException)
        {
            // The page has hung up.
        }
    }
}
