namespace H2Ask.Qdrant.Wire;

/// <summary>How vectors are made smaller.</summary>
/// <param name="Scalar">Each number by itself.</param>
internal sealed record QuantizationDefinition(ScalarQuantization Scalar);
