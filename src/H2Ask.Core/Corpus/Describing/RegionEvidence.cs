namespace H2Ask.Core.Corpus.Describing;

/// <summary>The place that a document is for.</summary>
/// <param name="Path">From the largest; 国家 for the whole country; empty where nothing tells.</param>
/// <param name="Contradiction">Another place that the title names although the text is about <paramref name="Path"/>; else null.</param>
internal sealed record RegionEvidence(IReadOnlyList<string> Path, string? Contradiction = null)
{
    /// <summary>The whole country.</summary>
    public static readonly IReadOnlyList<string> Country = ["国家"];

    /// <summary>Nothing tells.</summary>
    public static RegionEvidence None { get; } = new([]);
}
