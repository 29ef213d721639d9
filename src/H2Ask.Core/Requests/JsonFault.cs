using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Text.RegularExpressions;
using H2Ask.Core.Evaluation;

namespace H2Ask.Core.Requests;

/// <summary>Says what is wrong with JSON that someone sent, and what is expected instead.</summary>
public static partial class JsonFault
{
    private const int LongestEcho = 100;

    /// <summary>What is wrong, in a sentence or two.</summary>
    /// <param name="fault">What the reading ended with.</param>
    /// <param name="type">What was to be read.</param>
    /// <param name="json">How it was read.</param>
    public static string Explain(JsonException fault, Type type, JsonSerializerOptions json)
    {
        // The reader's own fault is inside that of whoever used it.
        if (fault.InnerException is JsonException reader) return $"It is no JSON, ends early or is nested too deep: line {reader.LineNumber + 1}, byte {reader.BytePositionInLine + 1}.";
        var place = $"It is wrong at {PlainLine.Of(fault.Path ?? "$", LongestEcho)}";
        if (Find(type, fault.Path ?? string.Empty, json, out var unknown) is not { } found) return unknown is null ? $"{place}." : $"{place}. {unknown}";
        return IsOfAnotherKind(fault) && Expected(found) is { } expected ? $"{place}: {expected} is expected there." : $"{place}.";
    }

    /// <summary>What a path leads to; null where that is not known, or there is no such member.</summary>
    private static JsonTypeInfo? Find(Type type, string path, JsonSerializerOptions json, out string? unknown)
    {
        unknown = null;
        var at = json.GetTypeInfo(type);
        foreach (Match step in Steps().Matches(path))
        {
            if (step.Groups["place"].Success)
            {
                if (at.ElementType is not { } element) return null;
                at = json.GetTypeInfo(element);
                continue;
            }

            var name = step.Groups["name"].Value;
            var comparison = json.PropertyNameCaseInsensitive ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
            if (at.Kind != JsonTypeInfoKind.Object) return null;
            if (at.Properties.FirstOrDefault(property => property.Name.Equals(name, comparison)) is not { } known)
            {
                unknown = $"There is no member \"{PlainLine.Of(name, LongestEcho)}\" here. There are {Members(at)}.";
                return null;
            }

            at = json.GetTypeInfo(known.PropertyType);
        }

        return at;
    }

    /// <summary>Whether a value is not what is read there; else something about it is wrong, as that it stands there twice.</summary>
    private static bool IsOfAnotherKind(JsonException fault) => fault.Message.StartsWith("The JSON value could not be converted", StringComparison.Ordinal);

    private static string? Expected(JsonTypeInfo at) => at switch
    {
        { Kind: JsonTypeInfoKind.Object } => $"an object of {Members(at)}",
        { Kind: JsonTypeInfoKind.Enumerable, ElementType: { } element } => $"a list of {ValueName.OfMany(element) ?? "objects"}",
        _ => ValueName.Of(at.Type),
    };

    private static string Members(JsonTypeInfo within) => string.Join(", ", within.Properties.Select(property => $"\"{property.Name}\""));

    [GeneratedRegex(@"\['(?<name>.*?)'\]|\[(?<place>\d+)\]|\.(?<name>[^.\[]+)", RegexOptions.ExplicitCapture | RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Steps();
}
