using H2Ask.Core.Corpus.Passages;

namespace H2Ask.Core.Index;

/// <summary>How an index is made.</summary>
public sealed record IndexingOptions
{
    /// <summary>Whether the index is made anew even where it is up to date.</summary>
    public bool Force { get; init; }

    /// <summary>How long passages are.</summary>
    public PassageOptions Passages { get; init; } = new();

    /// <summary>Makes the vectors of passages; null: the index has none, and its search is lexical.</summary>
    public IPassageEmbedder? Embedder { get; init; }

    /// <summary>Told how far the run is.</summary>
    public IProgress<IndexingProgress>? Progress { get; init; }
}
