namespace H2Ask.Core.Index;

/// <summary>What counts how much in the lexical search (BM25F). An index is made for its weights and keeps them.</summary>
public sealed record LexicalWeights
{
    /// <summary>The weights that the search was tuned to.</summary>
    public static LexicalWeights Default { get; } = new();

    /// <summary>How slowly the count of a term in a passage saturates.</summary>
    public float Saturation { get; init; } = 0.9f;

    /// <summary>What a term in the document's title counts: it says what the passage is about, and the passage often does not.</summary>
    public float Title { get; init; } = 3;

    /// <summary>What a term in the headings counts.</summary>
    public float Section { get; init; } = 0.5f;

    /// <summary>What a term in the passage itself counts.</summary>
    public float Body { get; init; } = 1;

    /// <summary>How far a long title counts less, from 0 (not) to 1.</summary>
    public float TitleLength { get; init; } = 0.5f;

    /// <summary>How far long headings count less.</summary>
    public float SectionLength { get; init; } = 0.5f;

    /// <summary>How far a long passage counts less.</summary>
    public float BodyLength { get; init; } = 0.6f;

    /// <summary>What a Chinese character alone counts, beside a pair's or a word's 1.</summary>
    public float Character { get; init; } = 0.7f;
}
