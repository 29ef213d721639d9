using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace H2Ask.Api.Tests.Telemetry;

public sealed class TelemetryTests
{
    [Fact]
    public async Task Measurements_and_traces_reach_the_collector_and_no_question_does()
    {
        var sent = new ConcurrentQueue<(string Path, byte[] Body)>();
        await using var collector = await CollectorAsync(sent);
        await using (var service = await RunningService.StartAsync(null, "--Telemetry:Endpoint", collector.Urls.Single()))
        {
            await service.AskAsync();
            await service.GetAsync($"/api/documents?q={RunningService.Question}");
            // The last is sent at the end.
            await service.App.StopAsync();
        }

        var all = Encoding.UTF8.GetString([.. sent.SelectMany(part => part.Body)]);
        Assert.Equal(["/v1/metrics", "/v1/traces"], sent.Select(part => part.Path).Distinct().Order(StringComparer.Ordinal));
        foreach (var name in (string[])["h2ask.questions", "h2ask.answer.duration", "h2ask.search.duration", "h2ask.search.passages", "h2ask.index.documents", "http.server.request.duration"])
        {
            Assert.Contains(name, all, StringComparison.Ordinal);
        }

        Assert.Contains("extractive", all, StringComparison.Ordinal);
        Assert.Contains("answered", all, StringComparison.Ordinal);
        Assert.DoesNotContain("加氢站", Uri.UnescapeDataString(all), StringComparison.Ordinal);
    }

    private static async Task<WebApplication> CollectorAsync(ConcurrentQueue<(string Path, byte[] Body)> sent)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.MapPost("/v1/{kind}", async (HttpRequest request) =>
        {
            using var body = new MemoryStream();
            await request.Body.CopyToAsync(body);
            sent.Enqueue((request.Path, body.ToArray()));
        });
        await app.StartAsync();
        return app;
    }
}
