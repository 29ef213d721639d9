using H2Ask.Api.OpenAi;

namespace H2Ask.Api.Description;

/// <summary>Names the errors that every endpoint of a group may answer with.</summary>
internal static class ErrorDescriptions
{
    private static readonly int[] OfAll =
    [
        StatusCodes.Status400BadRequest, StatusCodes.Status401Unauthorized, StatusCodes.Status429TooManyRequests,
        StatusCodes.Status500InternalServerError, StatusCodes.Status503ServiceUnavailable,
    ];

    /// <summary>Errors as problem+json.</summary>
    public static RouteGroupBuilder ProducesProblems(this RouteGroupBuilder group)
    {
        foreach (var status in OfAll) group.ProducesProblem(status);
        return group;
    }

    /// <summary>Errors as problem+json of what a body may do wrong.</summary>
    public static RouteHandlerBuilder ProducesBodyProblems(this RouteHandlerBuilder endpoint) =>
        endpoint.ProducesProblem(StatusCodes.Status413PayloadTooLarge).ProducesProblem(StatusCodes.Status415UnsupportedMediaType);

    /// <summary>Errors in OpenAI's shape.</summary>
    public static RouteGroupBuilder ProducesOpenAiErrors(this RouteGroupBuilder group)
    {
        foreach (var status in OfAll) group.WithMetadata(new ProducesResponseTypeMetadata(status, typeof(OpenAiErrorResponse), ["application/json"]));
        return group;
    }

    /// <summary>One more error in OpenAI's shape.</summary>
    public static RouteHandlerBuilder ProducesOpenAiErrors(this RouteHandlerBuilder endpoint, params int[] statuses)
    {
        foreach (var status in statuses) endpoint.Produces<OpenAiErrorResponse>(status);
        return endpoint;
    }
}
