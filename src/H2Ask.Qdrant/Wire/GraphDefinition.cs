namespace H2Ask.Qdrant.Wire;

/// <summary>The graph that nearest vectors are found by.</summary>
/// <param name="M">How many neighbours each has; 0: there is no graph.</param>
/// <param name="EfConstruct">How many are looked at while it is built.</param>
internal sealed record GraphDefinition(int M, int? EfConstruct = null);
