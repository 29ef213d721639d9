namespace H2Ask.Api.OpenAi;

/// <summary>What is answered.</summary>
/// <param name="Content">The statements with their marks [1], [2] …, then what to know besides, then the document that each mark means; or one sentence of refusal.</param>
public sealed record ChatMessageResponse(string Content)
{
    /// <summary><c>assistant</c>.</summary>
    public string Role { get; } = "assistant";

    /// <summary>Always null: a question that the documents do not answer is refused in the content.</summary>
    public string? Refusal { get; }
}
