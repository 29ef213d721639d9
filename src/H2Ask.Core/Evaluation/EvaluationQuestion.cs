using H2Ask.Core.Retrieval;

namespace H2Ask.Core.Evaluation;

/// <summary>A question of a test set, with what proves the right answer.</summary>
public sealed record EvaluationQuestion
{
    /// <summary>Names the question in its file.</summary>
    public required string Id { get; init; }

    /// <summary>What sort of question it is: numeric, list, followup …</summary>
    public required string Type { get; init; }

    /// <summary>What is asked.</summary>
    public required string Question { get; init; }

    /// <summary>The turns before it, the oldest first.</summary>
    public IReadOnlyList<Turn> History { get; init; } = [];

    /// <summary>The passages that answer it; none where the corpus does not say it.</summary>
    public IReadOnlyList<GoldPassage> Gold { get; init; } = [];

    /// <summary>What the answer must contain, each fact in its accepted forms.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Facts { get; init; } = [];

    /// <summary>A remark of who wrote the question.</summary>
    public string? Note { get; init; }
}
