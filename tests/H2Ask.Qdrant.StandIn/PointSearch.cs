using System.Text.Json.Nodes;

namespace H2Ask.Qdrant.StandIn;

/// <summary>Searches points as <c>points/query</c> does: what is fetched first, nearest vectors, fusion.</summary>
internal sealed class PointSearch(IReadOnlyCollection<StandInPoint> points, IReadOnlyDictionary<string, VectorSpace> spaces, FilterCheck filters, int shards)
{
    private const int UsualLimit = 10;
    private const float UsualRank = 2;

    /// <summary>The points that a query finds, the best first.</summary>
    public List<(StandInPoint Point, float Score)> Run(JsonNode query) => Run(query, points);

    private List<(StandInPoint Point, float Score)> Run(JsonNode query, IReadOnlyCollection<StandInPoint> among)
    {
        var limit = (int?)query["limit"] ?? UsualLimit;
        JsonNode[] first = query["prefetch"] switch { JsonArray several => [.. several.Select(part => part!)], null => [], var one => [one] };
        var fetched = first.Select(part => Run(part, points)).ToArray();
        var asked = query["query"] ?? throw new NotSupportedException("The stand-in has no query without a query.");
        if ((string?)(asked as JsonObject)?["fusion"] is { } fusion)
        {
            if (first.Length == 0) throw new WrongRequestException(400, "Bad request: Fusion queries need prefetches");
            return fusion == "rrf" ? [.. Fuse(fetched).Take(limit)] : throw new NotSupportedException($"The stand-in has no fusion {fusion}.");
        }

        var candidates = first.Length == 0 ? among : [.. fetched.SelectMany(found => found.Select(hit => hit.Point)).Distinct()];
        return Nearest(asked, (string?)query["using"] ?? string.Empty, query["filter"], candidates, limit);
    }

    private static IEnumerable<(StandInPoint Point, float Score)> Fuse(IEnumerable<List<(StandInPoint Point, float Score)>> lists) =>
        lists.SelectMany(list => list.Select((hit, rank) => (hit.Point, Score: 1 / (UsualRank + rank))))
            .GroupBy(hit => hit.Point).Select(hits => (hits.Key, hits.Sum(hit => hit.Score))).OrderByDescending(hit => hit.Item2).ThenBy(hit => hit.Key.Id, StringComparer.Ordinal);

    private List<(StandInPoint Point, float Score)> Nearest(JsonNode asked, string name, JsonNode? filter, IReadOnlyCollection<StandInPoint> candidates, int limit)
    {
        if (!spaces.TryGetValue(name, out var space)) throw new WrongRequestException(400, $"Wrong input: Not existing vector name error: {name}");
        var question = space.Read((asked as JsonObject)?["nearest"] ?? asked);
        var weighted = space.IsWeighted ? Enumerable.Range(0, shards).Select(shard => Weighted(question, name, shard)).ToArray() : null;
        var found = new List<(StandInPoint Point, float Score)>();
        foreach (var point in candidates)
        {
            if (!point.Vectors.TryGetValue(name, out var stored) || !filters.Meets(point, filter)) continue;
            if (space.Score(weighted?[ShardOf(point)] ?? question, stored) is { } score) found.Add((point, score));
        }

        return [.. found.OrderByDescending(hit => hit.Score).ThenBy(hit => hit.Point.Id, StringComparer.Ordinal).Take(limit)];
    }

    /// <summary>The question's numbers times how rare their places are: in the points of a shard, whatever may be found.</summary>
    private StoredVector Weighted(StoredVector question, string name, int shard)
    {
        var stored = points.Where(point => ShardOf(point) == shard && point.Vectors.ContainsKey(name)).Select(point => point.Vectors[name]).ToArray();
        var counts = question.Indices.ToDictionary(place => place, _ => 0);
        foreach (var vector in stored)
        {
            foreach (var place in vector.Indices)
            {
                if (counts.TryGetValue(place, out var count)) counts[place] = count + 1;
            }
        }

        var values = question.Indices.Zip(question.Rows[0], (place, value) => value * MathF.Log(((stored.Length - counts[place] + 0.5f) / (counts[place] + 0.5f)) + 1)).ToArray();
        return new StoredVector([values]) { Indices = question.Indices };
    }

    private int ShardOf(StandInPoint point) => shards == 1 ? 0 : (int)(Convert.ToUInt32(point.Id[..8], 16) % (uint)shards);
}
