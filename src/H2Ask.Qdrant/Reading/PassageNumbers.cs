using H2Ask.Core.Index;
using H2Ask.Qdrant.Stored;

namespace H2Ask.Qdrant.Reading;

/// <summary>The numbers of a generation's passages, from where they stand: those of a document follow each other, document after document.</summary>
/// <param name="generation">The generation.</param>
internal sealed class PassageNumbers(ReadGeneration generation)
{
    private readonly IndexedDocument[] _documents = [.. generation.Documents.Where(document => document.Passages > 0)];
    private readonly int[] _firsts = [.. generation.Documents.Where(document => document.Passages > 0).Select(document => document.FirstPassage)];

    /// <summary>The document of a passage.</summary>
    public IndexedDocument DocumentOf(int passage)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(passage);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(passage, generation.Content.Manifest.Passages);
        var at = Array.BinarySearch(_firsts, passage);
        return _documents[at >= 0 ? at : ~at - 1];
    }

    /// <summary>The name of a passage's place.</summary>
    public string PlaceOf(int passage)
    {
        var document = DocumentOf(passage);
        return StoredPassages.PlaceOf(document.Document.Id, passage - document.FirstPassage);
    }

    /// <summary>The number of the passage at a place; -1 where there is none.</summary>
    public int NumberOf(string? at)
    {
        if (!StoredPassages.TryReadPlace(at, out var id, out var place) || generation.NumberOf(id) is not (>= 0 and var number)) return -1;
        var document = generation.Documents[number];
        return place < document.Passages ? document.FirstPassage + place : -1;
    }
}
