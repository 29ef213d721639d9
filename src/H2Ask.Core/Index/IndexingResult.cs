using H2Ask.Core.Corpus.Reading;

namespace H2Ask.Core.Index;

/// <summary>What came of an indexing run.</summary>
/// <param name="Manifest">What the index is made of now.</param>
/// <param name="Changed">Whether the index was made anew; false where it was up to date.</param>
/// <param name="Skipped">The files that could not be read, each with its reason; empty where the index was up to date.</param>
public sealed record IndexingResult(IndexManifest Manifest, bool Changed, IReadOnlyList<SkippedFile> Skipped)
{
    /// <summary>How many passages were embedded.</summary>
    public int Embedded { get; init; }

    /// <summary>How many texts of them (passages, or sentences of passages) are longer than the model takes, so that only their beginnings were embedded.</summary>
    public int Cut { get; init; }

    /// <summary>How many passages kept their vectors, since their texts are in the index before.</summary>
    public int Kept { get; init; }
}
