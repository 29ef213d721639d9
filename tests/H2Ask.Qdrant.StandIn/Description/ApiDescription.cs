using System.Text.Json.Nodes;

namespace H2Ask.Qdrant.StandIn.Description;

/// <summary>Qdrant's description of its API, which requests and answers are compared with.</summary>
internal sealed class ApiDescription
{
    private readonly JsonObject _description;
    private readonly SchemaCheck _check;

    public ApiDescription()
    {
        using var stream = typeof(ApiDescription).Assembly.GetManifestResourceStream("openapi.json")!;
        _description = JsonNode.Parse(stream)!.AsObject();
        _check = new SchemaCheck(_description["components"]!["schemas"]!.AsObject());
    }

    /// <summary>What is wrong with a request; null where nothing is.</summary>
    /// <param name="operation">Its path as the description writes it.</param>
    /// <param name="method">Its method.</param>
    /// <param name="query">What stands behind the path.</param>
    /// <param name="body">Its body; null: it has none.</param>
    public string? FaultOfRequest(string operation, string method, IEnumerable<KeyValuePair<string, string>> query, JsonNode? body)
    {
        if (Operation(operation, method) is not { } described) return $"{method} {operation} is not described";
        var schema = described["requestBody"]?["content"]?["application/json"]?["schema"];
        if (schema is null != body is null) return schema is null ? "it must have no body" : "it must have a body";
        return FaultOfQuery(described, query) ?? (schema is null ? null : _check.FaultOf(schema, body, "body"));
    }

    /// <summary>What is wrong with an answer; null where nothing is.</summary>
    public string? FaultOfAnswer(string operation, string method, int status, JsonNode? answer)
    {
        var responses = Operation(operation, method)!["responses"]!;
        var response = responses[$"{status}"] ?? responses[$"{status / 100}XX"] ?? responses["default"];
        var schema = response?["content"]?["application/json"]?["schema"];
        return schema is null ? null : _check.FaultOf(schema, answer, "answer");
    }

    private JsonNode? Operation(string operation, string method) => _description["paths"]![operation]?[method.ToLowerInvariant()];

    private string? FaultOfQuery(JsonNode described, IEnumerable<KeyValuePair<string, string>> query)
    {
        var parameters = (described["parameters"]?.AsArray() ?? []).Where(parameter => (string)parameter!["in"]! == "query").ToDictionary(parameter => (string)parameter!["name"]!);
        foreach (var (name, value) in query)
        {
            if (!parameters.TryGetValue(name, out var parameter)) return $"there is no parameter {name}";
            var isPlain = long.TryParse(value, out _) || value is "true" or "false";
            var node = JsonNode.Parse(isPlain ? value : JsonValue.Create(value).ToJsonString());
            if (_check.FaultOf(parameter!["schema"]!, node, name) is { } fault) return fault;
        }

        return null;
    }
}
