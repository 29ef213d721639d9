namespace H2Ask.Qdrant.Wire;

/// <summary>The names of the vectors of a collection.</summary>
internal static class VectorNames
{
    /// <summary>Of a passage as a whole.</summary>
    public const string Passage = "passage";

    /// <summary>Of its sentences.</summary>
    public const string Sentences = "sentences";

    /// <summary>What its terms are worth.</summary>
    public const string Words = "words";
}
