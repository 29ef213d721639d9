using H2Ask.Api.Hosting;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace H2Ask.Api.OpenAi;

/// <summary>
/// Writes every problem under <c>/v1</c>, whoever raised it, as OpenAI's clients read errors. A problem's extensions
/// <c>param</c> and <c>code</c> become the members of that name.
/// </summary>
internal sealed class OpenAiErrors : IProblemDetailsWriter
{
    private const string Param = "param";
    private const string Code = "code";

    /// <summary>The request can't be answered as it is.</summary>
    public static ProblemHttpResult Invalid(string message, string param) => Problem(StatusCodes.Status400BadRequest, message, param, code: null);

    /// <summary>There is no model of that name.</summary>
    public static ProblemHttpResult NoModel(string message) => Problem(StatusCodes.Status404NotFound, message, "model", "model_not_found");

    /// <summary>The error that a problem is.</summary>
    public static OpenAiErrorResponse Of(ProblemDetails problem) => new(new OpenAiError(
        problem.Detail ?? problem.Title ?? "The request failed.",
        TypeOf(problem.Status),
        Text(problem, Param),
        Text(problem, Code) ?? CodeOf(problem.Status)));

    /// <inheritdoc />
    public bool CanWrite(ProblemDetailsContext context) => context.HttpContext.Request.Path.StartsWithSegments("/v1", StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc />
    public ValueTask WriteAsync(ProblemDetailsContext context)
    {
        var problem = context.ProblemDetails;
        if (problem.Status is { } status) context.HttpContext.Response.StatusCode = status;
        else problem.Status = context.HttpContext.Response.StatusCode;
        Problems.Complete(context);
        return new ValueTask(TypedResults.Json(Of(problem), statusCode: problem.Status).ExecuteAsync(context.HttpContext));
    }

    private static ProblemHttpResult Problem(int status, string message, string? param, string? code) =>
        TypedResults.Problem(message, statusCode: status, extensions: new Dictionary<string, object?> { [Param] = param, [Code] = code });

    private static string TypeOf(int? status) => status switch
    {
        StatusCodes.Status401Unauthorized => "authentication_error",
        StatusCodes.Status403Forbidden => "permission_error",
        StatusCodes.Status429TooManyRequests => "rate_limit_error",
        >= StatusCodes.Status500InternalServerError => "server_error",
        _ => "invalid_request_error",
    };

    private static string? CodeOf(int? status) => status switch
    {
        StatusCodes.Status401Unauthorized => "invalid_api_key",
        StatusCodes.Status429TooManyRequests => "rate_limit_exceeded",
        _ => null,
    };

    private static string? Text(ProblemDetails problem, string extension) => problem.Extensions.TryGetValue(extension, out var value) ? value as string : null;
}
