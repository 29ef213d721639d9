using System.Text.Json;
using H2Ask.Core.Answering.Llm;
using H2Ask.Core.Index;
using H2Ask.Core.Requests;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using JsonOptions = Microsoft.AspNetCore.Http.Json.JsonOptions;

namespace H2Ask.Api.Hosting;

/// <summary>The errors of the API: problem+json that says what is wrong and what to do.</summary>
internal static partial class Problems
{
    private const string BadTitle = "The request can't be understood";
    /// <summary>How long to wait where the LLM is busy, as the header Retry-After says it.</summary>
    public const string BusySeconds = "5";

    private const string FaultTitle = "Something went wrong";

    public static ProblemHttpResult NoIndex(LiveIndex live) =>
        TypedResults.Problem(live.Fault, statusCode: StatusCodes.Status503ServiceUnavailable, title: "There is no index to answer from");

    public static ProblemHttpResult Ending() =>
        TypedResults.Problem("Ask another instance, or wait until this one has started again.", statusCode: StatusCodes.Status503ServiceUnavailable, title: "The service is ending");

    public static ProblemHttpResult Invalid(string detail) =>
        TypedResults.Problem(detail, statusCode: StatusCodes.Status400BadRequest, title: BadTitle);

    public static ProblemHttpResult NotFound(string detail) =>
        TypedResults.Problem(detail, statusCode: StatusCodes.Status404NotFound, title: "There is no such thing");

    /// <summary>Answers a request that is refused before its endpoint is reached.</summary>
    public static Task RefuseAsync(HttpContext context, int status, string title, string detail) =>
        TypedResults.Problem(detail, statusCode: status, title: title).ExecuteAsync(context);

    /// <summary>Turns what a handler or the reading of a request threw into a problem that shows nothing of the inside.</summary>
    public static void UseProblems(this WebApplication app)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            // Answer logs it, with the id of the request.
            SuppressDiagnosticsCallback = _ => true,
            ExceptionHandler = Answer,
        });
        app.UseStatusCodePages();
    }

    /// <summary>What to do about a request that no endpoint took.</summary>
    public static void Complete(ProblemDetailsContext context)
    {
        context.ProblemDetails.Detail ??= Advice(context.ProblemDetails.Status);
        context.ProblemDetails.Type ??= TypeOf(context.ProblemDetails.Status);
        if (IsHungUpOn(context.HttpContext, context.ProblemDetails.Status)) context.HttpContext.Response.Headers.Connection = "close";
        context.ProblemDetails.Extensions.Remove("traceId");
        context.ProblemDetails.Extensions["requestId"] = context.HttpContext.TraceIdentifier;
    }

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
        Status = fault.IsBusy ? StatusCodes.Status429TooManyRequests : StatusCodes.Status502BadGateway,
        Title = "The LLM did not answer",
        Detail = $"{fault.Message} Ask again, or let the documents answer (\"mode\": \"extractive\"; under /v1 the model \"h2ask-extractive\").",
    };

    private static Task Answer(HttpContext context)
    {
        var thrown = context.Features.Get<IExceptionHandlerFeature>();
        // A request that can't be read is the client's fault and no error of the service.
        var bad = thrown?.Error as BadHttpRequestException;
        if (bad is null) LogFault(context.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(Problems).FullName!), thrown?.Error, context.TraceIdentifier);
        // An index on another machine may be out of reach for a moment.
        var status = bad?.StatusCode ?? (thrown?.Error is IndexException ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status500InternalServerError);
        var detail = status == StatusCodes.Status400BadRequest ? Explain(context, thrown?.Endpoint, bad!) : Advice(status);
        return TypedResults.Problem(detail, statusCode: status, title: bad is null ? FaultTitle : BadTitle).ExecuteAsync(context);
    }

    /// <summary>Whether the body is larger than is taken: the rest of it is not read, and the next request needs another connection.</summary>
    private static bool IsHungUpOn(HttpContext context, int? status) => HttpProtocol.IsHttp11(context.Request.Protocol)
        && (status == StatusCodes.Status413PayloadTooLarge || context.Request.ContentLength > context.Features.Get<IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize);

    private static string Explain(HttpContext context, Endpoint? endpoint, BadHttpRequestException bad)
    {
        if (HttpMethods.IsGet(context.Request.Method)) return "A number in the address can't be read: \"offset\", \"limit\" and \"year\" are whole numbers.";
        var fault = bad.InnerException is JsonException wrong && endpoint?.Metadata.GetMetadata<IAcceptsMetadata>()?.RequestType is { } body
            ? " " + JsonFault.Explain(wrong, body, context.RequestServices.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions)
            : string.Empty;
        return $"The body must be a JSON object of the shape that /openapi/v1.json describes, encoded in UTF-8.{fault}";
    }

    /// <summary>Where a status is defined, of those that ASP.NET Core names none for.</summary>
    private static string? TypeOf(int? status) => status switch
    {
        StatusCodes.Status408RequestTimeout => "https://tools.ietf.org/html/rfc9110#section-15.5.9",
        StatusCodes.Status413PayloadTooLarge => "https://tools.ietf.org/html/rfc9110#section-15.5.14",
        StatusCodes.Status429TooManyRequests => "https://tools.ietf.org/html/rfc6585#section-4",
        StatusCodes.Status507InsufficientStorage => "https://tools.ietf.org/html/rfc4918#section-11.5",
        _ => null,
    };

    private static string? Advice(int? status) => status switch
    {
        StatusCodes.Status404NotFound => "There is nothing at this address. /openapi/v1.json names every endpoint.",
        StatusCodes.Status405MethodNotAllowed => "The endpoint is there, but not for this method. The header Allow names the methods it takes.",
        StatusCodes.Status413PayloadTooLarge => "The request is larger than the service takes. Send less.",
        StatusCodes.Status415UnsupportedMediaType => "Send the request as JSON, with the header Content-Type: application/json.",
        StatusCodes.Status408RequestTimeout => "The request took too long to arrive. Send it again, and faster.",
        StatusCodes.Status503ServiceUnavailable => "The index can't be read at the moment; why stands in the log of the service. Try again.",
        StatusCodes.Status500InternalServerError => "The fault is in the service and stands in its log.",
        _ => null,
    };

    [LoggerMessage(EventId = 7, Level = LogLevel.Error, Message = "Request {RequestId} failed")]
    private static partial void LogFault(ILogger logger, Exception? fault, string requestId);
}
