namespace H2Ask.Core.Index;

/// <summary>How far an indexing run is.</summary>
/// <param name="Stage">What it does.</param>
/// <param name="Done">How many are done.</param>
/// <param name="Total">How many there are; null where that is not known yet.</param>
public readonly record struct IndexingProgress(IndexingStage Stage, int Done, int? Total);
