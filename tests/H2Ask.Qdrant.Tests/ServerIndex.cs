using H2Ask.Core.Index;
using H2Ask.Qdrant.Stored;
using H2Ask.Qdrant.Wire;
using H2Ask.Tests;

namespace H2Ask.Qdrant.Tests;

/// <summary>A corpus of a test's own and its index on the server, gone with the test.</summary>
internal sealed class ServerIndex : IAsyncDisposable
{
    private readonly QdrantServerFixture _server;
    private readonly List<QdrantStore> _stores = [];
    private readonly QdrantClient _client;

    private ServerIndex(QdrantServerFixture server, ServerProxy proxy)
    {
        (_server, Proxy) = (server, proxy);
        _client = new QdrantClient(new QdrantOptions { Url = server.Url, ApiKey = server.Key });
        Direct = new QdrantServer(_client, server.Url);
    }

    /// <summary>What stands between the index and the server.</summary>
    public ServerProxy Proxy { get; }

    /// <summary>The server itself.</summary>
    public QdrantServer Direct { get; }

    /// <summary>The documents.</summary>
    public TemporaryFolder Corpus { get; } = new();

    /// <summary>The name of the index.</summary>
    public string Name { get; } = "h2ask-test-" + Guid.NewGuid().ToString("N")[..8];

    public static async Task<ServerIndex> MakeAsync(QdrantServerFixture server) => new(server, await ServerProxy.StartAsync(server));

    /// <summary>The settings: nothing is waited for longer than a test can.</summary>
    public QdrantOptions Options(Action<QdrantOptions>? change = null)
    {
        var options = new QdrantOptions { Url = Proxy.Url, ApiKey = _server.Key, Collection = Name, GraceSeconds = 0, Retries = 3, RetryMilliseconds = 10, BatchPoints = 4 };
        change?.Invoke(options);
        return options;
    }

    public QdrantStore Store(Action<QdrantOptions>? change = null)
    {
        var store = new QdrantStore(Options(change));
        _stores.Add(store);
        return store;
    }

    /// <summary>Indexes the documents.</summary>
    public Task<IndexingResult> RunAsync(IPassageEmbedder? embedder = null, Action<QdrantOptions>? change = null, CancellationToken cancelled = default) =>
        Core.Index.Indexer.RunAsync([Corpus.Path], Store(change), new IndexingOptions { Embedder = embedder }, cancelled);

    public async Task<QdrantIndex> OpenAsync(IPassageEmbedder? embedder = null) => (QdrantIndex)await Store().OpenAsync(embedder, CancellationToken.None);

    /// <summary>The texts of the index's documents, in their order.</summary>
    public async Task<List<string>> TextsAsync()
    {
        using var index = await OpenAsync();
        return await index.TextsAsync();
    }

    /// <summary>The collections of the index's points.</summary>
    public async Task<List<string>> CollectionsAsync()
    {
        var names = new GenerationNames(Name);
        return [.. (await Direct.CollectionsAsync(CancellationToken.None)).Where(names.IsCollection)];
    }

    /// <summary>How many points there are, of whatever generation.</summary>
    public async Task<long> PointsAsync()
    {
        var count = 0L;
        foreach (var collection in await CollectionsAsync()) count += await Direct.Collection(collection).CountAsync(new Filter(), CancellationToken.None);
        return count;
    }

    /// <summary>Forgets who writes, as time does where a writer was killed.</summary>
    public Task ForgetWritersAsync() => Direct.DeleteAsync(new GenerationNames(Name).Writers, CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        foreach (var collection in (await Direct.CollectionsAsync(CancellationToken.None)).Where(name => name.StartsWith(Name, StringComparison.Ordinal))) await Direct.DeleteAsync(collection, CancellationToken.None);
        foreach (var store in _stores) store.Dispose();
        await Proxy.DisposeAsync();
        _client.Dispose();
        Corpus.Dispose();
    }
}
