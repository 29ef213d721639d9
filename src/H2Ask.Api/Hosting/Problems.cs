using System.Text.Json;
using H2Ask.Core.Answering.Llm;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace H2Ask.Api.Hosting;

/// <summary>The errors of the API: problem+json that says what is wrong and what to do.</summary>
internal static class Problems
{
    private const string BadTitle = "The request can't be understood";
    private const string FaultTitle = "Something went wrong";

    public static ProblemHttpResult NoIndex(LiveIndex live) =>
        TypedResults.Problem(live.Fault, statusCode: StatusCodes.Status503ServiceUnavailable, title: "There is no index to answer from");

    public static ProblemHttpResult Invalid(string detail) =>
        TypedResults.Problem(detail, statusCode: StatusCodes.Status400BadRequest, title: BadTitle);

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

    /// <summary>What to do about a request that no endpoint took.</summary>
    public static void Complete(ProblemDetailsContext context) => context.ProblemDetails.Detail ??= Advice(context.ProblemDetails.Status);

    /// <summary>The fault of a stream that has begun: it can only be said inside it.</summary>
    public static ProblemDetails Broken() => new()
    {
        Status = StatusCodes.Status500InternalServerError,
        Title = FaultTitle,
        Detail = Advice(StatusCodes.Status500InternalServerError),
    };

    /// <summary>The LLM was asked for and did not answer.</summary>
    public static ProblemDetails NoLlm(LlmException fault) => new()
    {
        Status = StatusCodes.Status502BadGateway,
        Title = "The LLM did not answer",
        Detail = $"{fault.Message} Ask again, or with \"mode\": \"auto\" or \"extractive\".",
    };

    private static Task Answer(HttpContext context)
    {
        var bad = context.Features.Get<IExceptionHandlerFeature>()?.Error as BadHttpRequestException;
        var status = bad?.StatusCode ?? StatusCodes.Status500InternalServerError;
        var detail = status == StatusCodes.Status400BadRequest ? Explain(context.Request, bad!) : Advice(status);
        return TypedResults.Problem(detail, statusCode: status, title: bad is null ? FaultTitle : BadTitle).ExecuteAsync(context);
    }

    private static string Explain(HttpRequest request, BadHttpRequestException bad)
    {
        if (HttpMethods.IsGet(request.Method)) return "A number in the address can't be read: \"offset\", \"limit\" and \"year\" are whole numbers.";
        var place = bad.InnerException is JsonException { Path: { Length: > 0 } path } ? $" It is wrong at {path}." : string.Empty;
        return $"The body must be a JSON object of the shape that /openapi/v1.json describes, encoded in UTF-8.{place}";
    }

    private static string? Advice(int? status) => status switch
    {
        StatusCodes.Status404NotFound => "There is nothing at this address. /openapi/v1.json names every endpoint.",
        StatusCodes.Status405MethodNotAllowed => "The endpoint is there, but not for this method. The header Allow names the methods it takes.",
        StatusCodes.Status413PayloadTooLarge => "The request is larger than the service takes. Send less.",
        StatusCodes.Status415UnsupportedMediaType => "Send the request as JSON, with the header Content-Type: application/json.",
        StatusCodes.Status500InternalServerError => "The fault is in the service and stands in its log.",
        _ => null,
    };
}
