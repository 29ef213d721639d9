using System.Net;
using System.Net.Http.Json;
using H2Ask.Api.Tests.Access;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace H2Ask.Api.Tests.Limits;

public sealed class LimitsTests
{
    private const string Path = "/api/documents?limit=1";
    private const string Proxy = "127.0.0.1";

    [Fact]
    public async Task Five_hundred_questions_as_fast_as_they_are_answered_meet_no_limit()
    {
        await using var service = await RunningService.StartAsync();

        for (var i = 0; i < 500; i++)
        {
            using var response = await service.AskAsync();
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        }
    }

    [Fact]
    public async Task A_flood_is_told_when_to_come_back_and_keeps_no_other_key_out()
    {
        await using var service = await RunningService.StartAsync(
            null, ["--Limits:Burst", "3", "--Limits:PerSecond", "1", .. Keys.ReaderSettings, .. Keys.WriterSettings]);

        using var last = await FloodAsync(service, $"X-Api-Key: {Keys.Reader}");

        Assert.Equal(HttpStatusCode.TooManyRequests, last.StatusCode);
        Assert.InRange(last.Headers.RetryAfter!.Delta!.Value, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(10));
        Assert.Equal("application/problem+json", last.Content.Headers.ContentType?.MediaType);
        Assert.StartsWith("https://", (await ApiFixture.Json(last)).GetProperty("type").GetString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, await service.StatusAsync(Path, $"X-Api-Key: {Keys.Writer}"));
        Assert.Equal(HttpStatusCode.OK, await service.StatusAsync("/health/ready", $"X-Api-Key: {Keys.Reader}"));
    }

    [Fact]
    public async Task Guessing_keys_is_limited_by_address()
    {
        await using var service = await RunningService.StartAsync(null, ["--Limits:Burst", "3", "--Limits:PerSecond", "1", .. Keys.ReaderSettings]);

        using var last = await FloodAsync(service, "X-Api-Key: h2a_guess");

        Assert.Equal(HttpStatusCode.TooManyRequests, last.StatusCode);
        Assert.Equal(HttpStatusCode.OK, await service.StatusAsync(Path, $"X-Api-Key: {Keys.Reader}"));
    }

    [Theory]
    [InlineData(true, HttpStatusCode.OK)]
    [InlineData(false, HttpStatusCode.TooManyRequests)]
    public async Task Whom_a_proxy_forwards_for_counts_only_if_the_proxy_is_believed(bool isBelieved, HttpStatusCode status)
    {
        await using var service = await RunningService.StartAsync(
            null, ["--Limits:Burst", "3", "--Limits:PerSecond", "1", .. isBelieved ? (string[])["--Access:Proxies:0", Proxy] : []]);

        using var last = await FloodAsync(service, "X-Forwarded-For: 198.51.100.1");

        Assert.Equal(HttpStatusCode.TooManyRequests, last.StatusCode);
        Assert.Equal(status, await service.StatusAsync(Path, "X-Forwarded-For: 198.51.100.2"));
    }

    [Fact]
    public async Task What_is_too_much_at_once_waits_and_what_is_more_is_refused()
    {
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var service = await RunningService.StartAsync(
            app => app.MapGet("/api/slow", async () =>
            {
                await gate.Task;
                return TypedResults.Ok();
            }),
            "--Limits:AtOnce", "1", "--Limits:Waiting", "1");

        var requests = Enumerable.Range(0, 3).Select(_ => service.GetAsync("/api/slow")).ToList();
        using var refused = await await Task.WhenAny(requests);
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.NotNull(refused.Headers.RetryAfter);
        gate.SetResult();

        var statuses = (await Task.WhenAll(requests)).Select(response => response.StatusCode).Order();
        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.TooManyRequests], statuses);
    }

    [Fact]
    public async Task A_body_that_is_too_large_is_refused()
    {
        await using var service = await RunningService.StartAsync(null, "--Limits:LargestRequest", "2000");

        using var response = await service.Client.PostAsJsonAsync("/api/ask", new { question = RunningService.Question, more = new string('x', 3000) });

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
    }

    private static async Task<HttpResponseMessage> FloodAsync(RunningService service, string header)
    {
        for (var i = 0; i < 20; i++)
        {
            var response = await service.GetAsync(Path, header);
            if (response.StatusCode == HttpStatusCode.TooManyRequests) return response;
            response.Dispose();
        }

        throw new InvalidOperationException("Twenty requests met no limit.");
    }
}
