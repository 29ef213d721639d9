using System.Text.Json;
using System.Text.Json.Nodes;

namespace H2Ask.Qdrant.StandIn.Description;

/// <summary>
/// Compares JSON with schemas, as far as Qdrant's description goes. It is stricter than the description in one thing: an object has no properties that
/// its schema does not name, so that a mistyped name is found and not left unread.
/// </summary>
internal sealed class SchemaCheck(JsonObject schemas)
{
    private const string Reference = "#/components/schemas/";

    private readonly Dictionary<JsonNode, Rules> _rules = [];

    /// <summary>What is wrong with a value; null where nothing is.</summary>
    /// <param name="schema">What it must be.</param>
    /// <param name="value">The value.</param>
    /// <param name="place">Where it stands, as it is named in the fault.</param>
    public string? FaultOf(JsonNode schema, JsonNode? value, string place) => FaultOf(RulesOf(schema), value, place);

    private Rules RulesOf(JsonNode schema)
    {
        if (_rules.TryGetValue(schema, out var known)) return known;
        var rules = new Rules();
        _rules.Add(schema, rules);
        if ((string?)schema["$ref"] is { } reference)
        {
            rules.Alternatives = [RulesOf(schemas[reference[Reference.Length..]] ?? throw new InvalidOperationException($"There is no schema {reference}."))];
            return rules;
        }

        rules.Type = (string?)schema["type"];
        rules.Format = (string?)schema["format"];
        rules.IsNullable = (bool?)schema["nullable"] ?? false;
        rules.Values = schema["enum"]?.AsArray().Select(value => value?.ToJsonString()).ToHashSet();
        rules.Minimum = (double?)schema["minimum"];
        rules.Maximum = (double?)schema["maximum"];
        rules.IsSet = (bool?)schema["uniqueItems"] ?? false;
        rules.Required = schema["required"]?.AsArray().Select(name => (string)name!).ToArray() ?? [];
        rules.Properties = schema["properties"]?.AsObject().ToDictionary(property => property.Key, property => RulesOf(property.Value!));
        rules.Items = schema["items"] is { } items ? RulesOf(items) : null;
        rules.Others = schema["additionalProperties"] is JsonObject others ? RulesOf(others) : null;
        rules.HasOthers = schema["additionalProperties"] is JsonValue free && (bool)free;
        rules.Alternatives = (schema["anyOf"] ?? schema["oneOf"])?.AsArray().Select(alternative => RulesOf(alternative!)).ToArray();
        return rules;
    }

    private static string? FaultOf(Rules rules, JsonNode? value, string place)
    {
        if (value is null) return rules.IsNullable || rules.Alternatives?.Any(alternative => FaultOf(alternative, null, place) is null) == true ? null : $"{place} is null";
        if (rules.Alternatives is { } alternatives)
        {
            string? closest = null;
            foreach (var alternative in alternatives)
            {
                if (FaultOf(alternative, value, place) is not { } fault) return null;
                // The fault that lies deepest is that of the alternative that was meant.
                if (closest is null || Depth(fault) > Depth(closest)) closest = fault;
            }

            return closest;
        }

        if (rules.Values is { } values && !values.Contains(value.ToJsonString())) return $"{place} is {value.ToJsonString()}, and may be {string.Join(", ", values)}";
        return rules.Type switch
        {
            "object" => FaultOfObject(rules, value, place),
            "array" => FaultOfArray(rules, value, place),
            "string" => FaultOfText(rules, value, place),
            "integer" or "number" => FaultOfNumber(rules, value, place),
            "boolean" => value.GetValueKind() is JsonValueKind.True or JsonValueKind.False ? null : $"{place} is neither true nor false",
            // Of what says only that it may be null, nothing else may be.
            null => rules.IsNullable ? $"{place} is not null" : null,
            var type => $"{place} is of a type {type} that is not known",
        };
    }

    private static int Depth(string fault) => fault.AsSpan(0, fault.IndexOf(' ', StringComparison.Ordinal)).Count('.') + fault.AsSpan(0, fault.IndexOf(' ', StringComparison.Ordinal)).Count('[');

    private static string? FaultOfObject(Rules rules, JsonNode value, string place)
    {
        if (value is not JsonObject content) return $"{place} is no object";
        if (rules.Required.FirstOrDefault(name => !content.ContainsKey(name)) is { } missing) return $"{place} has no {missing}";
        foreach (var (name, property) in content)
        {
            var known = rules.Properties?.GetValueOrDefault(name) ?? rules.Others;
            if (known is null && !rules.HasOthers && (rules.Properties is not null || rules.Others is not null)) return $"{place} has a property {name} that is not described";
            if (known is not null && FaultOf(known, property, $"{place}.{name}") is { } fault) return fault;
        }

        return null;
    }

    private static string? FaultOfArray(Rules rules, JsonNode value, string place)
    {
        if (value is not JsonArray content) return $"{place} is no array";
        if (rules.IsSet && content.Select(item => item?.ToJsonString()).Distinct().Count() != content.Count) return $"{place} has an item twice";
        for (var i = 0; i < content.Count && rules.Items is not null; i++)
        {
            if (FaultOf(rules.Items, content[i], $"{place}[{i}]") is { } fault) return fault;
        }

        return null;
    }

    private static string? FaultOfText(Rules rules, JsonNode value, string place)
    {
        if (value.GetValueKind() != JsonValueKind.String) return $"{place} is no string";
        return rules.Format == "uuid" && !Guid.TryParse((string)value!, out _) ? $"{place} is no UUID" : null;
    }

    private static string? FaultOfNumber(Rules rules, JsonNode value, string place)
    {
        if (value.GetValueKind() != JsonValueKind.Number) return $"{place} is no number";
        var number = (double)value;
        if (rules.Type == "integer" && number != Math.Truncate(number)) return $"{place} is no whole number";
        if (rules.Format == "uint32" && number > uint.MaxValue) return $"{place} does not fit into 32 bits";
        if (number < rules.Minimum) return $"{place} is below {rules.Minimum}";
        return number > rules.Maximum ? $"{place} is above {rules.Maximum}" : null;
    }

    /// <summary>A schema, read once.</summary>
    private sealed class Rules
    {
        public string? Type { get; set; }

        public string? Format { get; set; }

        public bool IsNullable { get; set; }

        public HashSet<string?>? Values { get; set; }

        public double? Minimum { get; set; }

        public double? Maximum { get; set; }

        public bool IsSet { get; set; }

        public string[] Required { get; set; } = [];

        public Dictionary<string, Rules>? Properties { get; set; }

        public Rules? Items { get; set; }

        public Rules? Others { get; set; }

        public bool HasOthers { get; set; }

        public Rules[]? Alternatives { get; set; }
    }
}
