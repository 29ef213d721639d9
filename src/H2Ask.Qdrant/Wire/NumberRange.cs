namespace H2Ask.Qdrant.Wire;

/// <summary>The numbers that a field may have.</summary>
/// <param name="Gt">Greater than this.</param>
/// <param name="Lte">Not greater than this.</param>
internal sealed record NumberRange(int? Gt, int? Lte);
