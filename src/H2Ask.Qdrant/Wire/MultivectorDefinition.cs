namespace H2Ask.Qdrant.Wire;

/// <summary>How several vectors of one point are compared with a question.</summary>
/// <param name="Comparator">By the nearest of them: <c>max_sim</c>.</param>
internal sealed record MultivectorDefinition(string Comparator);
