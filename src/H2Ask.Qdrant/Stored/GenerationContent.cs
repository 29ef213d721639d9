using H2Ask.Core.Index;

namespace H2Ask.Qdrant.Stored;

/// <summary>What a generation is made of, beside its passages.</summary>
/// <param name="Number">Its number in its collection: its points are those from it or an earlier one until a later one.</param>
/// <param name="Manifest">What the index was made of.</param>
/// <param name="Format">The form in which it is kept.</param>
/// <param name="Design">Changes with the settings that its collection was made with.</param>
/// <param name="Lengths">How many terms a passage's fields have on the average.</param>
/// <param name="StoredLengths">The averages that the worth of terms in the collection was worked out with: they stay until the true ones are far from them.</param>
/// <param name="TermGroups">Into how many groups the terms are divided.</param>
/// <param name="Documents">The parts of the list of its documents' points, in the order of the corpus.</param>
/// <param name="Terms">The parts of the list of its terms' points.</param>
internal sealed record GenerationContent(
    int Number,
    IndexManifest Manifest,
    int Format,
    Guid Design,
    FieldAverages Lengths,
    FieldAverages StoredLengths,
    int TermGroups,
    IReadOnlyList<Guid> Documents,
    IReadOnlyList<Guid> Terms)
{
    /// <summary>The form that this program writes and reads.</summary>
    public const int CurrentFormat = 1;

    /// <summary>Whether this program can read it.</summary>
    public bool IsReadable => Format == CurrentFormat && Manifest.Format == IndexManifest.CurrentFormat;
}
