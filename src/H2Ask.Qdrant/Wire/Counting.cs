namespace H2Ask.Qdrant.Wire;

/// <summary>Asks how many points meet a condition.</summary>
/// <param name="Filter">The condition.</param>
/// <param name="Exact">Whether the number must be right.</param>
internal sealed record Counting(Filter Filter, bool Exact = true);
