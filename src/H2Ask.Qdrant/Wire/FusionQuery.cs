namespace H2Ask.Qdrant.Wire;

/// <summary>Puts what several searches found into one list.</summary>
/// <param name="Fusion">How.</param>
internal sealed record FusionQuery(string Fusion);
