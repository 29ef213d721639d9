using H2Ask.Core.Index;
using H2Ask.Qdrant.Reading;
using H2Ask.Qdrant.Stored;
using H2Ask.Qdrant.Wire;
using H2Ask.Qdrant.Writing;

namespace H2Ask.Qdrant;

/// <summary>
/// An index on a Qdrant server. A generation is the points of a collection that its number belongs to; a name of the collection says which one is in use.
/// A program killed at any moment leaves the last good one.
/// </summary>
public sealed class QdrantStore : IIndexStore, IDisposable
{
    private readonly QdrantOptions _options;
    private readonly QdrantClient _client;
    private readonly QdrantServer _server;
    private readonly GenerationNames _names;
    private WritingRight? _right;

    /// <summary>Prepares the index of the settings; nothing is asked of the server yet.</summary>
    /// <exception cref="ArgumentException">A setting is wrong.</exception>
    public QdrantStore(QdrantOptions options)
    {
        if (options.Faults() is { Count: > 0 } faults) throw new ArgumentException(string.Join(' ', faults));
        _options = options;
        _client = new QdrantClient(options);
        _server = new QdrantServer(_client, options.Url);
        _names = new GenerationNames(options.Collection);
    }

    /// <inheritdoc />
    public string Place => $"{_options.Collection} at {_options.Url}";

    /// <inheritdoc />
    public async ValueTask<string?> CurrentGenerationAsync(CancellationToken cancelled) => (await FindCurrentAsync(cancelled))?.Name;

    /// <inheritdoc />
    public async ValueTask<IPassageIndex> OpenAsync(IPassageEmbedder? embedder, CancellationToken cancelled)
    {
        var current = await FindCurrentAsync(cancelled) ?? throw Missing();
        while (true)
        {
            try
            {
                var collection = _server.Collection(current.Collection);
                var generation = await ReadGeneration.OpenAsync(collection, current.Name, cancelled);
                generation.Content.Manifest.CheckModel(embedder, Place);
                return new QdrantIndex(collection, generation, _options, embedder);
            }
            catch (IndexException)
            {
                // It may have been replaced meanwhile, and deleted.
                if (await FindCurrentAsync(cancelled) is not { } next || next == current) throw;
                current = next;
            }
        }
    }

    /// <inheritdoc />
    public async ValueTask<IndexManifest?> ReadManifestAsync(CancellationToken cancelled)
    {
        if (await FindCurrentAsync(cancelled) is not { } current) return null;
        if (!(await _server.CollectionsAsync(cancelled)).Contains(current.Collection)) return null;
        var collection = _server.Collection(current.Collection);
        if (await ReadGeneration.FindContentAsync(collection, current.Name, cancelled) is not { } content) return null;
        return await collection.CountAsync(Lifetime.At(content.Number, PointTypes.Passage), cancelled) == content.Manifest.Passages ? content.Manifest : null;
    }

    /// <inheritdoc />
    public async ValueTask<IndexManifest> VerifyAsync(CancellationToken cancelled)
    {
        var current = await FindCurrentAsync(cancelled) ?? throw Missing();
        var collection = _server.Collection(current.Collection);
        var content = await ReadGeneration.ContentAsync(collection, current.Name, cancelled);
        var inventory = await Inventory.ReadAsync(collection, content, cancelled);
        return inventory.Fault is { } fault ? throw ReadGeneration.Damaged(collection.Name, fault) : content.Manifest;
    }

    /// <inheritdoc />
    public async ValueTask<IAsyncDisposable> LockAsync(CancellationToken cancelled)
    {
        await _server.CheckVersionAsync(cancelled);
        var writers = await CollectionDesign.CreateWritersAsync(_server, _names.Writers, _options, cancelled);
        return _right = await WritingRight.TakeAsync(writers, _options, cancelled);
    }

    /// <inheritdoc />
    public async ValueTask<IGenerationWriter> BeginAsync(IndexManifest manifest, CancellationToken cancelled) =>
        new QdrantWriter(_server, _names, _options, _right, await PresentIndex.ReadAsync(_server, _names, _right, cancelled), manifest);

    /// <inheritdoc />
    public void Dispose() => _client.Dispose();

    private async Task<CurrentGeneration?> FindCurrentAsync(CancellationToken cancelled)
    {
        await _server.CheckVersionAsync(cancelled);
        return CurrentGeneration.Among(await _server.AliasesAsync(cancelled), _names);
    }

    private IndexException Missing() => new(
        $"There is no index {_options.Collection} on the Qdrant server at {_options.Url}. Index first, with the same settings: Index__Kind=qdrant Qdrant__Url={_options.Url} H2Ask.Indexer index DIR.");
}
