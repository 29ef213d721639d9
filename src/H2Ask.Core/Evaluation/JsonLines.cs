using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace H2Ask.Core.Evaluation;

/// <summary>Files of one JSON object a line.</summary>
internal static class JsonLines
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The objects of a file with the numbers of their lines, which count from 1; blank lines are passed over.</summary>
    /// <param name="path">The file.</param>
    /// <param name="type">What each line holds.</param>
    /// <param name="what">What a line is to be, for the sentence that says it is not: "a question".</param>
    /// <exception cref="EvaluationException">The file or one of its lines can't be read.</exception>
    public static List<(int Number, T Value)> Read<T>(string path, JsonTypeInfo<T> type, string what)
        where T : class
    {
        var values = new List<(int Number, T Value)>();
        var number = 0;
        foreach (var line in Lines(path))
        {
            number++;
            if (!string.IsNullOrWhiteSpace(line)) values.Add((number, Parse(line, type) ?? throw Fault(path, number, $"it holds null instead of {what}")));
        }

        return values;

        T? Parse(string line, JsonTypeInfo<T> of)
        {
            try
            {
                return JsonSerializer.Deserialize(line, of);
            }
            catch (JsonException fault)
            {
                throw Fault(path, number, $"it is not {what} as a JSON object{(fault.Path is { Length: > 1 } place ? $" (it is wrong at {PlainLine.Of(place, 80)})" : string.Empty)}");
            }
        }
    }

    /// <summary>Writes one object a line.</summary>
    public static void Write<T>(string path, IEnumerable<T> values, JsonTypeInfo<T> type) =>
        File.WriteAllLines(path, values.Select(value => JsonSerializer.Serialize(value, type)), Strict);

    /// <summary>What is wrong with a line, for the user.</summary>
    public static EvaluationException Fault(string path, int line, string what) => new($"Line {line} of {path} can't be used: {what}.");

    private static string[] Lines(string path)
    {
        try
        {
            return File.ReadAllLines(path, Strict);
        }
        catch (Exception fault) when (fault is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new EvaluationException($"There is no file {path}.", fault);
        }
        catch (DecoderFallbackException fault)
        {
            throw new EvaluationException($"{path} is not UTF-8 text. Save it as UTF-8, one JSON object a line.", fault);
        }
    }
}
