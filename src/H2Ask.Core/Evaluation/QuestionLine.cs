using H2Ask.Core.Retrieval;

namespace H2Ask.Core.Evaluation;

/// <summary>A line of a question file as it is written.</summary>
internal sealed record QuestionLine
{
    public string? Id { get; init; }

    public string? Type { get; init; }

    public string? Question { get; init; }

    public Turn?[]? History { get; init; }

    public GoldLine?[]? Gold { get; init; }

    public string?[]?[]? Facts { get; init; }

    public string? Note { get; init; }
}
