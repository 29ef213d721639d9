using System.Diagnostics;

namespace H2Ask.Api.Hosting;

/// <summary>Gives every request an id, which its response, its problems and the log name. A request may bring its own.</summary>
internal static partial class RequestIds
{
    /// <summary>The header that brings and returns the id.</summary>
    public const string Header = "X-Request-Id";

    private const int Longest = 64;

    /// <summary>Adds the ids, and a line of the log for each request.</summary>
    public static void UseRequestIds(this WebApplication app)
    {
        var logger = app.Services.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(RequestIds).FullName!);
        app.Use(async (context, next) =>
        {
            var started = Stopwatch.GetTimestamp();
            var id = context.TraceIdentifier = Given(context.Request) ?? Guid.CreateVersion7().ToString("N");
            context.Response.OnStarting(() =>
            {
                context.Response.Headers[Header] = id;
                return Task.CompletedTask;
            });
            using var scope = logger.BeginScope(new Dictionary<string, object> { ["RequestId"] = id });
            await next(context);
            Log(logger, context, id, Stopwatch.GetElapsedTime(started));
        });
    }

    private static string? Given(HttpRequest request) =>
        request.Headers[Header].ToString() is { Length: > 0 and <= Longest } given && given.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.') ? given : null;

    private static void Log(ILogger logger, HttpContext context, string id, TimeSpan time)
    {
        var status = context.Response.StatusCode;
        var level = status switch
        {
            >= StatusCodes.Status500InternalServerError => LogLevel.Error,
            StatusCodes.Status401Unauthorized or StatusCodes.Status403Forbidden => LogLevel.Information,
            _ => LogLevel.Debug,
        };
        if (!logger.IsEnabled(level)) return;
        // The pattern, not the path: what a client writes there may be a question or a key.
        var route = (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "(no endpoint)";
        LogRequest(logger, level, context.Request.Method, route, status, time.TotalMilliseconds, context.User.Identity?.Name ?? "no key", id);
    }

    [LoggerMessage(EventId = 5, Message = "{Method} {Route} {Status} in {Milliseconds:0.0} ms, {Key}, request {RequestId}")]
    private static partial void LogRequest(ILogger logger, LogLevel level, string method, string route, int status, double milliseconds, string key, string requestId);
}
