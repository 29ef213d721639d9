namespace H2Ask.Api.OpenAi;

/// <summary>One message of a conversation.</summary>
public sealed record ChatMessageRequest
{
    /// <summary><c>user</c>, <c>assistant</c>, <c>system</c> or <c>developer</c>.</summary>
    public string? Role { get; init; }

    /// <summary>What was said: a string, or an array of parts of the type <c>text</c>.</summary>
    public MessageContent? Content { get; init; }
}
