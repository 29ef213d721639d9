namespace H2Ask.Core.Retrieval;

/// <summary>One earlier turn of the conversation.</summary>
/// <param name="Role"><c>user</c> or <c>assistant</c>.</param>
/// <param name="Content">What was said.</param>
public sealed record Turn(string Role, string Content);
