namespace H2Ask.Core.Index;

/// <summary>
/// Where the generations of an index are kept. One is in use; the next is written beside it and takes its place in one step, so that
/// whoever reads sees the one or the other.
/// </summary>
public interface IIndexStore
{
    /// <summary>Where it is, as it is named to people.</summary>
    string Place { get; }

    /// <summary>The name of the generation that is in use; null where there is none.</summary>
    /// <exception cref="IndexException">That can't be read.</exception>
    ValueTask<string?> CurrentGenerationAsync(CancellationToken cancelled);

    /// <summary>Opens the generation in use.</summary>
    /// <param name="embedder">The model that questions are embedded with; null: the search is lexical.</param>
    /// <param name="cancelled">Ends it early.</param>
    /// <exception cref="IndexException">There is none, it is damaged or another version's, or it was made with another model.</exception>
    ValueTask<IPassageIndex> OpenAsync(IPassageEmbedder? embedder, CancellationToken cancelled);

    /// <summary>What the generation in use was made of; null where there is none, or one that is seen to be damaged.</summary>
    ValueTask<IndexManifest?> ReadManifestAsync(CancellationToken cancelled);

    /// <summary>Compares all of the generation in use with what was written.</summary>
    /// <exception cref="IndexException">There is none, or it is damaged; the message says where.</exception>
    ValueTask<IndexManifest> VerifyAsync(CancellationToken cancelled);

    /// <summary>Takes the right to write until it is disposed of: one has it at a time.</summary>
    /// <exception cref="IndexBusyException">Another one has it; the message says who.</exception>
    ValueTask<IAsyncDisposable> LockAsync(CancellationToken cancelled);

    /// <summary>Begins the next generation; whoever does has the right to write.</summary>
    /// <param name="manifest">What it is made of.</param>
    /// <param name="cancelled">Ends it early.</param>
    ValueTask<IGenerationWriter> BeginAsync(IndexManifest manifest, CancellationToken cancelled);
}
