using H2Ask.Api.Access;
using Microsoft.AspNetCore.Http.HttpResults;

namespace H2Ask.Api.Hosting;

/// <summary><c>/health/live</c> and <c>/health/ready</c>.</summary>
public static class HealthEndpoints
{
    /// <summary>Adds the endpoints.</summary>
    public static void MapHealth(this IEndpointRouteBuilder endpoints)
    {
        var group = endpoints.MapGroup("/health").WithTags("Health").WithoutKey().DisableRateLimiting();
        group.MapGet("/live", () => TypedResults.Ok(new HealthResponse("ok")))
            .WithName("live")
            .WithSummary("Whether the process runs")
            .WithDescription("For whoever restarts it where it does not.");
        group.MapGet("/ready", Ready)
            .WithName("ready")
            .WithSummary("Whether there is an index to answer from")
            .WithDescription("For whoever sends it requests only where it can answer.")
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable);
    }

    private static Results<Ok<HealthResponse>, ProblemHttpResult> Ready(HttpContext context, LiveIndex live, AccessKeys keys, IHostApplicationLifetime lifetime)
    {
        if (lifetime.ApplicationStopping.IsCancellationRequested) return Problems.Ending();
        using var lease = live.Take();
        if (lease?.Index.Manifest is not { } manifest) return Problems.NoIndex(live);
        // Whoever may not ask learns nothing of the documents.
        return TypedResults.Ok(keys.MayRead(context.User) ? new HealthResponse("ok", manifest.Documents, manifest.Passages) : new HealthResponse("ok"));
    }
}
