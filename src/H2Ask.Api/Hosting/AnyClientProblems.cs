using Microsoft.AspNetCore.WebUtilities;

namespace H2Ask.Api.Hosting;

/// <summary>Writes problems for clients that say they take no JSON: they are told what is wrong all the same.</summary>
internal sealed class AnyClientProblems : IProblemDetailsWriter
{
    /// <inheritdoc />
    public bool CanWrite(ProblemDetailsContext context) => true;

    /// <inheritdoc />
    public ValueTask WriteAsync(ProblemDetailsContext context)
    {
        var status = context.HttpContext.Response.StatusCode;
        context.ProblemDetails.Status ??= status;
        context.ProblemDetails.Title ??= ReasonPhrases.GetReasonPhrase(status);
        Problems.Complete(context);
        return new(context.HttpContext.Response.WriteAsJsonAsync(
            context.ProblemDetails, ApiJsonContext.Default.ProblemDetails, "application/problem+json", context.HttpContext.RequestAborted));
    }
}
