using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace H2Ask.Api.Tests.Limits;

public sealed class EndingTests
{
    [Fact]
    public async Task When_it_ends_running_answers_end_first_and_new_ones_are_refused()
    {
        var (begun, gate) = (Signal(), Signal());
        await using var service = await RunningService.StartAsync(Stream(begun, gate), "--Limits:DrainSeconds", "2", "--Limits:EndSeconds", "60");
        var answer = service.Client.GetStringAsync("/api/stream");
        await begun.Task;

        service.App.Lifetime.StopApplication();
        var ended = service.App.StopAsync();
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await service.StatusAsync("/health/ready"));
        Assert.Equal(HttpStatusCode.OK, await service.StatusAsync("/health/live"));
        await RefusedAsync(service);
        gate.SetResult();

        Assert.Equal("begun, ended", await answer);
        await ended;
    }

    [Fact]
    public async Task An_answer_that_never_ends_does_not_keep_the_service_from_ending()
    {
        var begun = Signal();
        await using var service = await RunningService.StartAsync(Stream(begun, Signal()), "--Limits:EndSeconds", "1");
        var answer = service.Client.GetStringAsync("/api/stream");
        await begun.Task;

        try
        {
            await service.App.StopAsync();
        }
        catch (OperationCanceledException)
        {
            // The host says that not everything ended by itself.
        }

        await Assert.ThrowsAnyAsync<HttpRequestException>(() => answer);
    }

    private static TaskCompletionSource Signal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private static Action<WebApplication> Stream(TaskCompletionSource begun, TaskCompletionSource gate) => app => app.MapGet("/api/stream", async (HttpContext context) =>
    {
        await context.Response.WriteAsync("begun, ");
        await context.Response.Body.FlushAsync();
        begun.SetResult();
        await gate.Task.WaitAsync(context.RequestAborted);
        await context.Response.WriteAsync("ended");
    });

    private static async Task RefusedAsync(RunningService service)
    {
        for (var attempt = 0; attempt < 600; attempt++)
        {
            try
            {
                using var client = new HttpClient();
                using var response = await client.GetAsync(new Uri(service.Address, "/health/live"));
            }
            catch (HttpRequestException)
            {
                return;
            }

            await Task.Delay(50);
        }

        Assert.Fail("New requests were not refused.");
    }
}
