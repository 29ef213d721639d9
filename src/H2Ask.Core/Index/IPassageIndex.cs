using H2Ask.Core.Corpus;

namespace H2Ask.Core.Index;

/// <summary>
/// One generation of a corpus, ready to be searched, wherever it is kept. It never changes: a new state of the corpus is another
/// generation. Passages go by their numbers: those of a document follow each other, document after document. What is known of the documents
/// is at hand; what is asynchronous may ask another machine.
/// </summary>
public interface IPassageIndex : IDisposable
{
    /// <summary>What the index was made of.</summary>
    IndexManifest Manifest { get; }

    /// <summary>The name of this generation.</summary>
    string Generation { get; }

    /// <summary>The model that questions are compared with the passages by; null where the index has no vectors, or no model is at hand.</summary>
    IPassageEmbedder? Embedder { get; }

    /// <summary>Whether questions can be compared with the passages by their vectors.</summary>
    bool IsDense => Embedder is not null;

    /// <summary>The documents, in the order of the corpus.</summary>
    IReadOnlyList<IndexedDocument> Documents { get; }

    /// <summary>The document of that id, or null.</summary>
    IndexedDocument? FindDocument(string id);

    /// <summary>The document of a passage.</summary>
    IndexedDocument DocumentOf(int passage);

    /// <summary>How rare a term is: the higher, the more it tells.</summary>
    float Weight(ulong term);

    /// <summary>Finds the passages whose words score most, the best first; of two with one score the earlier. Only those that share a term with the question.</summary>
    /// <param name="question">What is searched for.</param>
    /// <param name="filters">Which documents may be found.</param>
    /// <param name="top">How many passages to find at most.</param>
    /// <param name="cancelled">Ends it early.</param>
    ValueTask<ScoredPassage[]> SearchWordsAsync(string question, SearchFilters filters, int top, CancellationToken cancelled);

    /// <summary>Finds passages by their words and by what they mean, and says of each what both sides give it.</summary>
    /// <param name="question">What is searched for.</param>
    /// <param name="filters">Which documents may be found.</param>
    /// <param name="top">How many passages each side is to find at most.</param>
    /// <param name="cancelled">Ends it early.</param>
    /// <exception cref="InvalidOperationException">The index is not dense.</exception>
    ValueTask<FoundPassages> SearchAsync(string question, SearchFilters filters, int top, CancellationToken cancelled);

    /// <summary>The passages of those numbers, in their order.</summary>
    ValueTask<Passage[]> ReadPassagesAsync(ReadOnlyMemory<int> numbers, CancellationToken cancelled);

    /// <summary>The passages of those ids, in their order; those that there are not are left out.</summary>
    ValueTask<IReadOnlyList<Passage>> ReadPassagesAsync(IReadOnlyList<string> ids, CancellationToken cancelled);

    /// <summary>A document's own text: the decoded file from <see cref="PolicyDocument.Start"/> to <see cref="PolicyDocument.End"/>.</summary>
    ValueTask<string> ReadTextAsync(IndexedDocument document, CancellationToken cancelled);

    /// <summary>A document's headings, in their order.</summary>
    ValueTask<IReadOnlyList<Section>> ReadSectionsAsync(IndexedDocument document, CancellationToken cancelled);
}
