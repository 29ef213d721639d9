using System.Text;
using System.Text.Json;

namespace H2Ask.Core.Embedding;

/// <summary>Reads an <c>h2ask.json</c>, and says of every fault which member it is in.</summary>
internal static class ModelSettingsFile
{
    private const int FewestTokens = 4; // two special tokens, and text
    private const int MostTokens = 65_536;
    private const int MostDimensions = 16_384;
    private const int LongestPrefix = 1_000;
    private static readonly string[] Required = ["pooling", "maximumTokens", "dimensions"];

    public static ModelSettings Read(string path)
    {
        try
        {
            return ReadMembers(path);
        }
        catch (InvalidOperationException fault)
        {
            // So says the reader of JSON of a text that is escaped half a character.
            throw new ModelException($"{path} can't be used: a text in it is no valid text. Correct it as models/README.md describes it.", fault);
        }
    }

    private static ModelSettings ReadMembers(string path)
    {
        using var document = Parse(path);
        if (document.RootElement.ValueKind != JsonValueKind.Object) throw Fault(path, "it must be one JSON object");
        var members = document.RootElement.EnumerateObject().ToDictionary(member => member.Name, member => member.Value);
        if (Required.FirstOrDefault(name => !members.ContainsKey(name)) is { } missing) throw Fault(path, $"the member \"{missing}\" is missing");

        var settings = new ModelSettings { Pooling = default, MaximumTokens = 0, Dimensions = 0 };
        return members.Aggregate(settings, (read, member) => With(read, path, member.Key, member.Value));
    }

    private static ModelSettings With(ModelSettings settings, string path, string name, JsonElement value) => name switch
    {
        "pooling" => settings with { Pooling = ReadPooling(path, value) },
        "maximumTokens" => settings with { MaximumTokens = ReadNumber(path, name, value, FewestTokens, MostTokens) },
        "dimensions" => settings with { Dimensions = ReadNumber(path, name, value, 1, MostDimensions) },
        "normalise" => settings with { Normalise = ReadSwitch(path, name, value) },
        "queryPrefix" => settings with { QueryPrefix = ReadPrefix(path, name, value) },
        "passagePrefix" => settings with { PassagePrefix = ReadPrefix(path, name, value) },
        _ => throw Fault(path, $"there is no member \"{name}\"; the members are pooling, normalise, maximumTokens, queryPrefix, passagePrefix and dimensions"),
    };

    private static JsonDocument Parse(string path)
    {
        try
        {
            // Editors may put a byte-order mark before the text.
            var bytes = ModelFolder.ReadSmall(path).AsMemory();
            if (bytes.Span.StartsWith(Encoding.UTF8.Preamble)) bytes = bytes[Encoding.UTF8.Preamble.Length..];
            return JsonDocument.Parse(bytes, new JsonDocumentOptions { AllowDuplicateProperties = false });
        }
        catch (JsonException fault)
        {
            throw new ModelException($"{path} is not valid JSON: {fault.Message} Correct it as models/README.md describes it.", fault);
        }
    }

    private static Pooling ReadPooling(string path, JsonElement value) => (value.ValueKind == JsonValueKind.String ? value.GetString() : null) switch
    {
        "mean" => Pooling.Mean,
        "cls" => Pooling.Cls,
        "model" => Pooling.Model,
        _ => throw Fault(path, "\"pooling\" must be \"mean\", \"cls\" or \"model\""),
    };

    private static int ReadNumber(string path, string name, JsonElement value, int fewest, int most) =>
        value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) && number >= fewest && number <= most
            ? number
            : throw Fault(path, $"\"{name}\" must be a whole number from {fewest} to {most}");

    private static bool ReadSwitch(string path, string name, JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => throw Fault(path, $"\"{name}\" must be true or false"),
    };

    private static string ReadPrefix(string path, string name, JsonElement value) =>
        value.ValueKind == JsonValueKind.String && value.GetString() is { Length: <= LongestPrefix } prefix
            ? prefix
            : throw Fault(path, $"\"{name}\" must be a text of at most {LongestPrefix} characters");

    private static ModelException Fault(string path, string what) => new($"{path} can't be used: {what}. Correct it as models/README.md describes it.");
}
