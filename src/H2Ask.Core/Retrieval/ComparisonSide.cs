namespace H2Ask.Core.Retrieval;

/// <summary>One of the things that a question compares.</summary>
/// <param name="Label">What it is called: 上海, 2022年, 《A》, 货车.</param>
/// <param name="Question">The question for it alone.</param>
internal sealed record ComparisonSide(string Label, string Question);
