namespace H2Ask.Api.OpenAi;

/// <summary>An error, in OpenAI's shape.</summary>
/// <param name="Error">What went wrong.</param>
public sealed record OpenAiErrorResponse(OpenAiError Error);
