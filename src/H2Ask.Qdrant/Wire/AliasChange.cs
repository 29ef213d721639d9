namespace H2Ask.Qdrant.Wire;

/// <summary>Changes names of collections, all at once.</summary>
/// <param name="Actions">What is changed.</param>
internal sealed record AliasChange(IReadOnlyList<AliasAction> Actions);
