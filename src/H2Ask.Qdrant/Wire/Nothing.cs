namespace H2Ask.Qdrant.Wire;

/// <summary>An answer whose content does not matter.</summary>
internal sealed record Nothing;
