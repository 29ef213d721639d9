namespace H2Ask.Qdrant.Wire;

/// <summary>The values that a field may have.</summary>
/// <param name="Any">One of these.</param>
internal sealed record Match(IReadOnlyList<string> Any);
