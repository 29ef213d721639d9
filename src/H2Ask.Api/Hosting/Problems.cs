using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.HttpResults;

namespace H2Ask.Api.Hosting;

/// <summary>The errors of the API: problem+json that says what is wrong and what to do.</summary>
internal static class Problems
{
    public static ProblemHttpResult NoIndex(LiveIndex live) =>
        TypedResults.Problem(live.Fault, statusCode: StatusCodes.Status503ServiceUnavailable, title: "There is no index to answer from");

    public static ProblemHttpResult Invalid(string detail) =>
        TypedResults.Problem(detail, statusCode: StatusCodes.Status400BadRequest, title: "The request can't be understood");

    public static ProblemHttpResult NotFound(string detail) =>
        TypedResults.Problem(detail, statusCode: StatusCodes.Status404NotFound, title: "There is no such thing");

    /// <summary>Turns what a handler or the reading of a request threw into a problem that shows nothing of the inside.</summary>
    public static void UseProblems(this WebApplication app)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            // A request that can't be read is the client's fault and no error of the service.
            SuppressDiagnosticsCallback = fault => fault.Exception is BadHttpRequestException,
            ExceptionHandler = Answer,
        });
        app.UseStatusCodePages();
    }

    private static Task Answer(HttpContext context)
    {
        var fault = context.Features.Get<IExceptionHandlerFeature>()?.Error;
        var problem = fault is BadHttpRequestException bad
            ? TypedResults.Problem(Explain(bad), statusCode: bad.StatusCode, title: "The request can't be understood")
            : TypedResults.Problem(
                "The fault is in the service and stands in its log.", statusCode: StatusCodes.Status500InternalServerError, title: "Something went wrong");
        return problem.ExecuteAsync(context);
    }

    private static string Explain(BadHttpRequestException bad) => bad.StatusCode switch
    {
        StatusCodes.Status413PayloadTooLarge => "The request is larger than the service takes. Send less.",
        StatusCodes.Status415UnsupportedMediaType => "Send the request as JSON, with the header Content-Type: application/json.",
        _ => "The body must be a JSON object of the shape that /openapi/v1.json describes, encoded in UTF-8."
            + (bad.InnerException is System.Text.Json.JsonException { Path: { Length: > 0 } path } ? $" It is wrong at {path}." : string.Empty),
    };
}
