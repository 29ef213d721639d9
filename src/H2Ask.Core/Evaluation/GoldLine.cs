namespace H2Ask.Core.Evaluation;

/// <summary>A gold passage as a question file writes it; its spans are in characters (Unicode code points).</summary>
internal sealed record GoldLine
{
    public string? File { get; init; }

    public string? Quote { get; init; }

    public int[]?[]? Spans { get; init; }

    public bool Alt { get; init; }
}
