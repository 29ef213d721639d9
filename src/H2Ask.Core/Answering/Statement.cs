namespace H2Ask.Core.Answering;

/// <summary>One statement of an answer.</summary>
/// <param name="Text">What it says.</param>
/// <param name="Citations">The numbers of the citations that prove it; at least one.</param>
public sealed record Statement(string Text, IReadOnlyList<int> Citations);
