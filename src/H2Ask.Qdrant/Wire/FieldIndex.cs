namespace H2Ask.Qdrant.Wire;

/// <summary>An index of a payload's field.</summary>
/// <param name="FieldName">The field.</param>
/// <param name="FieldSchema">What its values are.</param>
internal sealed record FieldIndex(string FieldName, string FieldSchema);
