namespace H2Ask.Qdrant.Wire;

/// <summary>What the server answers.</summary>
/// <param name="Result">What was asked for.</param>
internal sealed record Answer<T>(T Result);
