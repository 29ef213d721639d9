using System.Security.Cryptography;
using System.Text.Json;
using H2Ask.Qdrant.Stored;
using H2Ask.Qdrant.Wire;

namespace H2Ask.Qdrant.Writing;

/// <summary>How the collections of an index are made.</summary>
internal static class CollectionDesign
{
    /// <summary>Beyond these the 8-bit vectors do not tell numbers apart: a few large ones would make all others alike.</summary>
    private const float Quantile = 0.99f;

    /// <summary>Changes with the settings that the collection of an index is made with.</summary>
    public static Guid IdOf(QdrantOptions options, int? dimensions) =>
        new(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(OfIndex(options, dimensions), QdrantJson.Shapes.CollectionDefinition)).AsSpan(0, 16));

    /// <summary>Makes the collection of an index, empty.</summary>
    public static async Task<QdrantCollection> CreateAsync(QdrantServer server, string name, QdrantOptions options, int? dimensions, CancellationToken cancelled)
    {
        var collection = await server.CreateAsync(name, OfIndex(options, dimensions), cancelled);
        foreach (var (field, values) in PayloadFields.Indexed) await collection.IndexFieldAsync(new FieldIndex(field, values), cancelled);
        return collection;
    }

    /// <summary>Makes the collection in which writers say that they write, where it is not there.</summary>
    public static Task<QdrantCollection> CreateWritersAsync(QdrantServer server, string name, QdrantOptions options, CancellationToken cancelled) =>
        server.CreateAsync(name, Replicated(new CollectionDefinition { Vectors = new Dictionary<string, VectorDefinition>(), ShardNumber = 1 }, options), cancelled);

    private static CollectionDefinition OfIndex(QdrantOptions options, int? dimensions) => Replicated(
        new CollectionDefinition
        {
            Vectors = dimensions is { } size ? Dense(options, size) : new Dictionary<string, VectorDefinition>(),
            SparseVectors = new Dictionary<string, SparseVectorDefinition> { [VectorNames.Words] = new("idf") },
            ShardNumber = options.Shards > 0 ? options.Shards : null,
            OnDiskPayload = options.OnDisk,
        },
        options);

    private static Dictionary<string, VectorDefinition> Dense(QdrantOptions options, int size) => new()
    {
        [VectorNames.Passage] = new VectorDefinition(size, "Cosine")
        {
            HnswConfig = new GraphDefinition(options.HnswM, options.HnswEfConstruct),
            QuantizationConfig = new QuantizationDefinition(new ScalarQuantization("int8", Quantile, AlwaysRam: true)),
            OnDisk = options.OnDisk,
        },
        // They are only compared with what was found otherwise, so there is no graph of them.
        [VectorNames.Sentences] = new VectorDefinition(size, "Dot")
        {
            HnswConfig = new GraphDefinition(0),
            MultivectorConfig = new MultivectorDefinition("max_sim"),
            OnDisk = options.OnDisk,
        },
    };

    /// <summary>What is written counts once most of the replicas have it.</summary>
    private static CollectionDefinition Replicated(CollectionDefinition definition, QdrantOptions options) =>
        definition with { ReplicationFactor = options.Replicas, WriteConsistencyFactor = (options.Replicas / 2) + 1 };
}
