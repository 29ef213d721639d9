using System.Text.Json.Nodes;

namespace H2Ask.Qdrant.StandIn;

/// <summary>A collection in memory.</summary>
internal sealed class StandInCollection
{
    private readonly SortedDictionary<string, StandInPoint> _points = new(StringComparer.Ordinal);
    private readonly Dictionary<string, VectorSpace> _spaces = [];
    private readonly Dictionary<string, string> _indexed = [];
    private readonly FilterCheck _filters;

    public StandInCollection(JsonNode definition)
    {
        Definition = definition.DeepClone();
        _filters = new FilterCheck(_indexed);
        foreach (var (name, vector) in definition["vectors"]?.AsObject() ?? []) _spaces.Add(name, new VectorSpace(name, vector!, isSparse: false));
        foreach (var (name, vector) in definition["sparse_vectors"]?.AsObject() ?? []) _spaces.Add(name, new VectorSpace(name, vector!, isSparse: true));
    }

    /// <summary>How it was made.</summary>
    public JsonNode Definition { get; }

    /// <summary>The points by their ids.</summary>
    public IDictionary<string, StandInPoint> Points => _points;

    /// <summary>The fields that are indexed, with what their values are.</summary>
    public IReadOnlyDictionary<string, string> Indexed => _indexed;

    public void IndexField(JsonNode field) => _indexed[(string)field["field_name"]!] = (string)field["field_schema"]!;

    public void Upload(JsonNode upload)
    {
        // All or nothing: a wrong point spoils its batch.
        var read = upload["points"]!.AsArray().Select(point => ToPoint(point!)).ToList();
        foreach (var point in read)
        {
            if (!_points.TryGetValue(point.Id, out var present) || _filters.Meets(present, upload["update_filter"])) _points[point.Id] = point;
        }
    }

    public void Change(JsonNode change)
    {
        // Unlike deleting, changing wants all the points that are named.
        if (change["points"]?.AsArray().Select(id => FilterCheck.Canonical((string)id!)).FirstOrDefault(id => !_points.ContainsKey(id)) is { } missing)
        {
            throw new WrongRequestException(404, $"Not found: No point with id {missing} found");
        }

        foreach (var point in Selected(change).ToList())
        {
            foreach (var (field, value) in change["payload"]!.AsObject()) point.Payload[field] = value?.DeepClone();
        }
    }

    public void Delete(JsonNode deletion)
    {
        foreach (var point in Selected(deletion).ToList()) _points.Remove(point.Id);
    }

    public JsonArray Read(JsonNode request)
    {
        var ids = request["ids"]!.AsArray().Select(id => FilterCheck.Canonical((string)id!)).Distinct();
        return new JsonArray([.. ids.Where(_points.ContainsKey).Select(id => Shown(_points[id], request, isPayloadUsual: true))]);
    }

    public JsonObject Scroll(JsonNode request)
    {
        var limit = (int?)request["limit"] ?? 10;
        var offset = (string?)request["offset"] is { } id ? FilterCheck.Canonical(id) : string.Empty;
        var page = _points.Values.Where(point => string.CompareOrdinal(point.Id, offset) >= 0 && _filters.Meets(point, request["filter"])).Take(limit + 1).ToList();
        return new JsonObject
        {
            ["points"] = new JsonArray([.. page.Take(limit).Select(point => Shown(point, request, isPayloadUsual: true))]),
            ["next_page_offset"] = page.Count > limit ? page[limit].Id : null,
        };
    }

    public long Count(JsonNode request) => _points.Values.Count(point => _filters.Meets(point, request["filter"]));

    public JsonObject Query(JsonNode request)
    {
        var found = new PointSearch(_points.Values, _spaces, _filters, (int?)Definition["shard_number"] ?? 1).Run(request);
        var points = found.Select(hit =>
        {
            var shown = Shown(hit.Point, request, isPayloadUsual: false);
            shown["version"] = 0;
            shown["score"] = hit.Score;
            return shown;
        });
        return new JsonObject { ["points"] = new JsonArray([.. points]) };
    }

    private StandInPoint ToPoint(JsonNode point)
    {
        var vectors = new Dictionary<string, StoredVector>();
        foreach (var (name, vector) in point["vector"]!.AsObject())
        {
            vectors[name] = (_spaces.TryGetValue(name, out var space) ? space : throw new WrongRequestException(400, $"Wrong input: Not existing vector name error: {name}")).Read(vector!);
        }

        return new StandInPoint(FilterCheck.Canonical((string)point["id"]!), vectors, point["payload"]?.DeepClone().AsObject() ?? []);
    }

    private IEnumerable<StandInPoint> Selected(JsonNode selection)
    {
        if (selection["points"] is JsonArray ids) return ids.Select(id => _points.GetValueOrDefault(FilterCheck.Canonical((string)id!))).OfType<StandInPoint>();
        return selection["filter"] is { } filter
            ? _points.Values.Where(point => _filters.Meets(point, filter))
            : throw new WrongRequestException(400, "Bad request: No filter or points are specified");
    }

    private JsonObject Shown(StandInPoint point, JsonNode request, bool isPayloadUsual)
    {
        var shown = new JsonObject { ["id"] = point.Id };
        string[]? fields = request["with_payload"] switch { JsonArray several => [.. several.Select(field => (string)field!)], _ => null };
        if (fields is not null || ((bool?)(request["with_payload"] as JsonValue) ?? isPayloadUsual))
        {
            shown["payload"] = fields is null
                ? point.Payload.DeepClone()
                : new JsonObject(fields.Where(point.Payload.ContainsKey).Select(field => KeyValuePair.Create(field, point.Payload[field]?.DeepClone())));
        }

        if (request["with_vector"] is JsonArray vectors)
        {
            shown["vector"] = new JsonObject(vectors.Select(name => (string)name!).Where(point.Vectors.ContainsKey).Select(name => KeyValuePair.Create(name, (JsonNode?)_spaces[name].Write(point.Vectors[name]))));
        }

        return shown;
    }
}
