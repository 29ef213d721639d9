namespace H2Ask.Api.Asking;

/// <summary>One statement of an answer.</summary>
/// <param name="Text">What it says.</param>
/// <param name="Citations">The numbers of the citations that prove it.</param>
public sealed record StatementResponse(string Text, IReadOnlyList<int> Citations);
