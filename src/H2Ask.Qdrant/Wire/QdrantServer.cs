using System.Net;
using System.Text.Json;
using H2Ask.Core.Index;

namespace H2Ask.Qdrant.Wire;

/// <summary>What is asked of the server as a whole: its version, its collections and their other names.</summary>
internal sealed class QdrantServer(QdrantClient client, string url)
{
    private static readonly Version Oldest = new(1, 15);

    /// <summary>From here on points can be stored on the condition that those of the same ids, where they are there, meet a filter (<c>update_filter</c>).</summary>
    private static readonly Version FirstThatSpares = new(1, 16);

    private Version? _version;

    /// <summary>Whether it can leave points alone that are there already when points of their ids are stored; known once the version is checked.</summary>
    public bool Spares => Volatile.Read(ref _version) >= FirstThatSpares;

    /// <summary>Makes sure, once, that the server is new enough.</summary>
    /// <exception cref="IndexException">It is too old, or no Qdrant server.</exception>
    public async Task CheckVersionAsync(CancellationToken cancelled)
    {
        if (Volatile.Read(ref _version) is not null) return;
        var server = await client.GetAsync("", QdrantJson.Shapes.ServerVersion, cancelled);
        // 1.16.0-dev is a 1.16.
        if (!Version.TryParse(server.Version?.Split('-', '+')[0], out var version)) throw new IndexException($"The server at {url} does not say its version as Qdrant does. Correct the setting Qdrant:Url.");
        if (version < Oldest) throw new IndexException($"The Qdrant server at {url} is version {version}, and H2Ask needs {Oldest} or later. Update the server.");
        Volatile.Write(ref _version, version);
    }

    /// <summary>The other names of collections.</summary>
    public async Task<IReadOnlyList<CollectionAlias>> AliasesAsync(CancellationToken cancelled) =>
        (await client.GetAsync("aliases", QdrantJson.Shapes.AnswerAliases, cancelled)).Result.All;

    /// <summary>Changes other names of collections, all at once.</summary>
    public Task ChangeAliasesAsync(IReadOnlyList<AliasAction> actions, CancellationToken cancelled) =>
        client.DoAsync(HttpMethod.Post, "collections/aliases", JsonSerializer.SerializeToUtf8Bytes(new AliasChange(actions), QdrantJson.Shapes.AliasChange), accepted: null, cancelled);

    /// <summary>The names of all collections.</summary>
    public async Task<IReadOnlyList<string>> CollectionsAsync(CancellationToken cancelled) =>
        [.. (await client.GetAsync("collections", QdrantJson.Shapes.AnswerCollections, cancelled)).Result.All.Select(collection => collection.Name)];

    /// <summary>A collection.</summary>
    public QdrantCollection Collection(string name) => new(client, name);

    /// <summary>Makes a collection; one of that name may be there already, from an attempt whose answer was lost.</summary>
    public async Task<QdrantCollection> CreateAsync(string name, CollectionDefinition definition, CancellationToken cancelled)
    {
        var collection = Collection(name);
        await client.DoAsync(HttpMethod.Put, collection.Path, JsonSerializer.SerializeToUtf8Bytes(definition, QdrantJson.Shapes.CollectionDefinition), HttpStatusCode.Conflict, cancelled);
        return collection;
    }

    /// <summary>Deletes a collection; it may be gone already.</summary>
    public Task DeleteAsync(string name, CancellationToken cancelled) =>
        client.DoAsync(HttpMethod.Delete, Collection(name).Path, body: null, HttpStatusCode.NotFound, cancelled);
}
