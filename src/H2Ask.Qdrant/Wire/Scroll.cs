namespace H2Ask.Qdrant.Wire;

/// <summary>Asks for the next points of all that meet a condition, in the order of their ids.</summary>
/// <param name="Filter">The condition.</param>
/// <param name="Limit">How many at most.</param>
internal sealed record Scroll(Filter Filter, int Limit)
{
    /// <summary>The first of them; null: from the beginning.</summary>
    public Guid? Offset { get; init; }

    /// <summary>The fields that are wanted; null: all.</summary>
    public IReadOnlyList<string>? WithPayload { get; init; }
}
