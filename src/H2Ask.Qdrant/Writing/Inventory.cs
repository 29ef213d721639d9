using H2Ask.Core.Index;
using H2Ask.Qdrant.Stored;
using H2Ask.Qdrant.Wire;

namespace H2Ask.Qdrant.Writing;

/// <summary>All points of a generation as they are on the server: whether they are what was written, and what may be used again.</summary>
internal sealed class Inventory
{
    /// <summary>A part of a text may be a megabyte, so few come at a time.</summary>
    private const int PartsAtATime = 16;

    private static readonly string[] Types = [PointTypes.Passage, PointTypes.Document, PointTypes.Terms, PointTypes.Part];

    private readonly Dictionary<string, PointSum> _sums = [];
    private readonly Dictionary<Guid, Guid> _passagesByKey = [];
    private readonly HashSet<Guid> _points = [];

    /// <summary>The ids of all points but that of the generation itself.</summary>
    public IReadOnlySet<Guid> Points => _points;

    /// <summary>The point of a passage by what its vectors are known by.</summary>
    public IReadOnlyDictionary<Guid, Guid> PassagesByKey => _passagesByKey;

    /// <summary>What is wrong with the generation; null where all is as it was written.</summary>
    public string? Fault { get; private set; }

    /// <summary>Reads all points of a generation, and compares them with what was written.</summary>
    public static async Task<Inventory> ReadAsync(QdrantCollection collection, GenerationContent generation, CancellationToken cancelled)
    {
        var inventory = new Inventory();
        foreach (var type in Types)
        {
            var sum = inventory._sums[type] = new PointSum(type);
            var points = type == PointTypes.Part
                ? collection.ScrollAsync(Lifetime.At(generation.Number, type), fields: null, cancelled, pageSize: PartsAtATime)
                : collection.ScrollAsync(Lifetime.At(generation.Number, type), fields: null, cancelled);
            await foreach (var point in points) inventory.Add(point, sum);
        }

        inventory.Fault ??= inventory.Missing(generation.Manifest) ?? await MissingVectorAsync(collection, generation, cancelled);
        return inventory;
    }

    private void Add(StoredPoint point, PointSum sum)
    {
        var length = 0;
        if (point.Payload is not { } payload || PointIds.Of(payload, out length) != point.Id)
        {
            Fault ??= $"what the point {point.Id} carries is not what was written";
            return;
        }

        sum.Add(point.Id, length);
        _points.Add(point.Id);
        if (payload.Passage?.Key is { } key) _passagesByKey[key] = point.Id;
    }

    private string? Missing(IndexManifest manifest) =>
        Types.FirstOrDefault(type => !manifest.Files.Contains(_sums[type].ToPart())) is { } wrong ? $"its points of the type {wrong} are not all that were written" : null;

    /// <summary>A point may have lost a vector: its content does not tell.</summary>
    private static async Task<string?> MissingVectorAsync(QdrantCollection collection, GenerationContent generation, CancellationToken cancelled)
    {
        string[] vectors = generation.Manifest.Model is null ? [VectorNames.Words] : [VectorNames.Words, VectorNames.Passage, VectorNames.Sentences];
        foreach (var vector in vectors)
        {
            var with = Filter.All([.. Lifetime.At(generation.Number, PointTypes.Passage).Must!, new Filter { HasVector = vector }]);
            if (await collection.CountAsync(with, cancelled) != generation.Manifest.Passages) return $"some of its passages have no vector {vector}";
        }

        return null;
    }
}
