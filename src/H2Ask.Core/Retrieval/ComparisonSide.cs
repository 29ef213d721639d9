namespace H2Ask.Core.Retrieval;

/// <summary>One of the things that a question compares.</summary>
/// <param name="Label">What it is called: 上海, 2022年, 《A》, 货车; null where no name tells it apart.</param>
/// <param name="Question">The question for it alone.</param>
internal sealed record ComparisonSide(string? Label, string Question)
{
    /// <summary>Whether it is a clause of the question that asks for something of its own.</summary>
    public bool IsClause { get; init; }
}
