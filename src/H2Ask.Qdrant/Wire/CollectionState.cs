namespace H2Ask.Qdrant.Wire;

/// <summary>How a collection is.</summary>
/// <param name="Status"><c>green</c>, <c>yellow</c> while it is being optimised, <c>grey</c> or <c>red</c>.</param>
internal sealed record CollectionState(string Status);
