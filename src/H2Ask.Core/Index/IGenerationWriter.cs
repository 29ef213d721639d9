using H2Ask.Core.Corpus;

namespace H2Ask.Core.Index;

/// <summary>The next generation while it is written; where it is disposed of before it is published, it is thrown away.</summary>
public interface IGenerationWriter : IAsyncDisposable
{
    /// <summary>Writes the next documents, in the order of the corpus, without their passages.</summary>
    ValueTask WriteDocumentsAsync(IReadOnlyList<CorpusDocument> documents, CancellationToken cancelled);

    /// <summary>Says of each passage, by its key, whether the generation before has its vectors, made by the same model.</summary>
    ValueTask<bool[]> KnowsAsync(IReadOnlyList<UInt128> keys, CancellationToken cancelled);

    /// <summary>Writes the next passages, document after document in the order of the corpus.</summary>
    ValueTask WritePassagesAsync(IReadOnlyList<NewPassage> passages, CancellationToken cancelled);

    /// <summary>Ends the generation and puts it in use, in one step; those before may be deleted.</summary>
    /// <returns>What the index was made of.</returns>
    ValueTask<IndexManifest> PublishAsync(CancellationToken cancelled);
}
