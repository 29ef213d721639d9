using System.Net;
using System.Net.Http.Json;
using H2Ask.Api.OpenAi;
using H2Ask.Api.Tests.Asking;

namespace H2Ask.Api.Tests.Limits;

public sealed class LlmLimitsTests
{
    [Fact]
    public async Task Where_the_LLM_is_busy_the_documents_answer_or_it_is_said_when_to_ask_again()
    {
        await using var llm = await ScriptedLlm.StartAsync();
        var (begun, gate) = (new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously), new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        llm.Script = async context =>
        {
            begun.TrySetResult();
            await gate.Task;
            await ScriptedLlm.Say(context, "加氢站建设补贴最高不超过500万元。[1]");
        };
        await using var service = await RunningService.StartAsync(
            null, "--Llm:Endpoint", llm.Endpoint, "--Llm:Model", "test", "--Limits:LlmAtOnce", "1", "--Limits:LlmWaiting", "0");
        var first = AskAsync(service, "llm");
        await begun.Task;

        using var refused = await AskAsync(service, "llm");
        using var extractive = await AskAsync(service, "auto");
        gate.SetResult();

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.NotNull(refused.Headers.RetryAfter);
        Assert.Equal("extractive", (await ApiFixture.Json(extractive)).GetProperty("mode").GetString());
        Assert.Equal("llm", (await ApiFixture.Json(await first)).GetProperty("mode").GetString());
    }

    [Theory]
    [InlineData("/api/ask", true)]
    [InlineData("/api/ask", false)]
    [InlineData("/v1/chat/completions", true)]
    [InlineData("/v1/chat/completions", false)]
    public async Task A_client_that_goes_gives_its_places_back(string path, bool stream)
    {
        await using var llm = await ScriptedLlm.StartAsync();
        var (begun, gone) = (new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously), new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        llm.Script = async context =>
        {
            using var told = context.RequestAborted.Register(gone.SetResult);
            begun.SetResult();
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
        };
        await using var service = await RunningService.StartAsync(
            app => app.MapOpenAi(), "--Llm:Endpoint", llm.Endpoint, "--Llm:Model", "test", "--Limits:LlmAtOnce", "1", "--Limits:AtOnce", "1");
        using var leaves = new CancellationTokenSource();
        object body = path == "/api/ask"
            ? new { question = RunningService.Question, mode = "llm", stream }
            : new { model = "h2ask-llm", messages = new[] { new { role = "user", content = RunningService.Question } }, stream };
        var left = service.Client.PostAsJsonAsync(path, body, leaves.Token);
        await begun.Task;

        await leaves.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => left);
        await gone.Task;
        llm.Script = context => ScriptedLlm.Say(context, "加氢站建设补贴最高不超过500万元。[1]");
        using var next = await AskAsync(service, "llm");
        Assert.Equal(HttpStatusCode.OK, next.StatusCode);
    }

    private static Task<HttpResponseMessage> AskAsync(RunningService service, string mode) =>
        service.Client.PostAsJsonAsync("/api/ask", new { question = RunningService.Question, mode });
}
