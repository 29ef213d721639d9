using H2Ask.Core.Corpus;
using H2Ask.Core.Index;

namespace H2Ask.Core.Tests.Retrieval;

/// <summary>An index whose answers come later, as from another machine.</summary>
internal sealed class DistantIndex(IPassageIndex index) : IPassageIndex
{
    /// <summary>How often it was asked for what is not at hand.</summary>
    public int Calls { get; private set; }

    public IndexManifest Manifest => index.Manifest;

    public string Generation => index.Generation;

    public IPassageEmbedder? Embedder => index.Embedder;

    public IReadOnlyList<IndexedDocument> Documents => index.Documents;

    public IndexedDocument? FindDocument(string id) => index.FindDocument(id);

    public IndexedDocument DocumentOf(int passage) => index.DocumentOf(passage);

    public float Weight(ulong term) => index.Weight(term);

    public ValueTask<ScoredPassage[]> SearchWordsAsync(string question, SearchFilters filters, int top, CancellationToken cancelled) =>
        LaterAsync(() => index.SearchWordsAsync(question, filters, top, cancelled), cancelled);

    public ValueTask<FoundPassages> SearchAsync(string question, SearchFilters filters, int top, CancellationToken cancelled) =>
        LaterAsync(() => index.SearchAsync(question, filters, top, cancelled), cancelled);

    public ValueTask<Passage[]> ReadPassagesAsync(ReadOnlyMemory<int> numbers, CancellationToken cancelled) =>
        LaterAsync(() => index.ReadPassagesAsync(numbers, cancelled), cancelled);

    public ValueTask<IReadOnlyList<Passage>> ReadPassagesAsync(IReadOnlyList<string> ids, CancellationToken cancelled) =>
        LaterAsync(() => index.ReadPassagesAsync(ids, cancelled), cancelled);

    public ValueTask<string> ReadTextAsync(IndexedDocument document, CancellationToken cancelled) =>
        LaterAsync(() => index.ReadTextAsync(document, cancelled), cancelled);

    public ValueTask<IReadOnlyList<Section>> ReadSectionsAsync(IndexedDocument document, CancellationToken cancelled) =>
        LaterAsync(() => index.ReadSectionsAsync(document, cancelled), cancelled);

    public void Dispose() => index.Dispose();

    private async ValueTask<T> LaterAsync<T>(Func<ValueTask<T>> answer, CancellationToken cancelled)
    {
        Calls++;
        await Task.Yield();
        cancelled.ThrowIfCancellationRequested();
        return await answer();
    }
}
