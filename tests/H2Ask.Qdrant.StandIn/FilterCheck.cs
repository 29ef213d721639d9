using System.Text.Json.Nodes;

namespace H2Ask.Qdrant.StandIn;

/// <summary>Whether points meet a filter. As in Qdrant's strict mode, fields are looked at only where they are indexed.</summary>
internal sealed class FilterCheck(IReadOnlyDictionary<string, string> indexed)
{
    public bool Meets(StandInPoint point, JsonNode? filter)
    {
        if (filter is null) return true;
        if (filter["has_id"] is JsonArray ids) return ids.Any(id => Canonical((string)id!) == point.Id);
        if ((string?)filter["has_vector"] is { } vector) return point.Vectors.ContainsKey(vector);
        if ((string?)filter["key"] is { } key) return MeetsField(point, key, filter);
        return Conditions(filter["must"]).All(condition => Meets(point, condition))
            && !Conditions(filter["must_not"]).Any(condition => Meets(point, condition))
            && (filter["should"] is not { } should || Conditions(should).Any(condition => Meets(point, condition)));
    }

    /// <summary>An id as it is stored, however it is written.</summary>
    public static string Canonical(string id) => Guid.Parse(id).ToString();

    private static IEnumerable<JsonNode> Conditions(JsonNode? conditions) => conditions switch
    {
        null => [],
        JsonArray several => several.Select(condition => condition!),
        var one => [one],
    };

    private bool MeetsField(StandInPoint point, string key, JsonNode condition)
    {
        if (!indexed.ContainsKey(key)) throw new WrongRequestException(400, $"Bad request: Index required but not found for \"{key}\"");
        JsonNode?[] values = point.Payload[key] switch { JsonArray several => [.. several], null => [], var one => [one] };
        if (condition["match"] is { } match)
        {
            JsonNode?[] wanted = match["any"] is JsonArray any ? [.. any] : [match["value"]];
            return values.Any(value => wanted.Any(other => JsonNode.DeepEquals(value, other)));
        }

        return condition["range"] is { } range
            ? values.Any(value => Lies((double)value!, range))
            : throw new NotSupportedException($"The stand-in has no such condition: {condition.ToJsonString()}");
    }

    private static bool Lies(double value, JsonNode range) =>
        !(value <= (double?)range["gt"]) && !(value < (double?)range["gte"]) && !(value > (double?)range["lte"]) && !(value >= (double?)range["lt"]);
}
