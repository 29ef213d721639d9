namespace H2Ask.Core.Index;

/// <summary>A passage that a search found.</summary>
/// <param name="Passage">Its number in the index.</param>
/// <param name="Score">How well it fits: the higher, the better; comparable within one search only.</param>
public readonly record struct ScoredPassage(int Passage, float Score);
