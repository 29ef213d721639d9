namespace H2Ask.Api.Asking;

/// <summary>One statement of an answer.</summary>
/// <param name="Text">What it says.</param>
/// <param name="Citations">The numbers of the citations that prove it.</param>
/// <param name="Label">Which of the things compared it speaks of.</param>
/// <param name="Note">What to know of the document it is taken from, as that it is a draft.</param>
public sealed record StatementResponse(string Text, IReadOnlyList<int> Citations, string? Label = null, string? Note = null);
