using Microsoft.AspNetCore.Http.HttpResults;

namespace H2Ask.Api.Hosting;

/// <summary><c>/health/live</c> and <c>/health/ready</c>.</summary>
public static class HealthEndpoints
{
    /// <summary>Adds the endpoints.</summary>
    public static void MapHealth(this IEndpointRouteBuilder endpoints)
    {
        var group = endpoints.MapGroup("/health").WithTags("Health");
        group.MapGet("/live", () => TypedResults.Ok(new HealthResponse("ok"))).WithSummary("Whether the process runs");
        group.MapGet("/ready", Ready).WithSummary("Whether there is an index to answer from").ProducesProblem(StatusCodes.Status503ServiceUnavailable);
    }

    private static Results<Ok<HealthResponse>, ProblemHttpResult> Ready(LiveIndex live)
    {
        using var lease = live.Take();
        return lease?.Index.Manifest is { } manifest
            ? TypedResults.Ok(new HealthResponse("ok", manifest.Documents, manifest.Passages))
            : Problems.NoIndex(live);
    }
}
