namespace H2Ask.Api.OpenAi;

/// <summary>What went wrong, in OpenAI's shape.</summary>
/// <param name="Message">What is wrong and what to do.</param>
/// <param name="Type">The kind of error: <c>invalid_request_error</c>, <c>authentication_error</c>, <c>permission_error</c>, <c>rate_limit_error</c> or <c>server_error</c>.</param>
/// <param name="Param">The member of the request that is wrong.</param>
/// <param name="Code">A name for the error, as <c>model_not_found</c>.</param>
public sealed record OpenAiError(string Message, string Type, string? Param, string? Code);
