using System.CommandLine;
using System.Text.Json;

namespace H2Ask.Indexer.Commands;

/// <summary>A file of settings, as the service takes it: what the environment doesn't set is set by it.</summary>
internal static class SettingsFile
{
    private static readonly JsonDocumentOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <summary>The option that names it.</summary>
    public static Option<string?> Option() => new("--settings") { Description = "A JSON file of settings, as the service takes it", Recursive = true };

    /// <summary>Reads the file that the command line names, where it names one.</summary>
    /// <exception cref="ArgumentException">It is not there, or is not JSON.</exception>
    public static void ReadNamed(string[] args)
    {
        var option = Option();
        var command = new RootCommand { option };
        command.TreatUnmatchedTokensAsErrors = false;
        if (command.Parse(args).GetValue(option) is { Length: > 0 } path) Read(path);
    }

    private static void Read(string path)
    {
        if (!File.Exists(path)) throw new ArgumentException($"There is no file {Path.GetFullPath(path)}.");
        try
        {
            using var file = JsonDocument.Parse(File.ReadAllText(path), Lenient);
            Set(string.Empty, file.RootElement);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or JsonException)
        {
            throw new ArgumentException($"The settings in {path} can't be read: {fault.Message}", fault);
        }
    }

    private static void Set(string name, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var member in value.EnumerateObject()) Set(name.Length == 0 ? member.Name : $"{name}__{member.Name}", member.Value);
                break;
            case JsonValueKind.Array:
                foreach (var (place, item) in value.EnumerateArray().Index()) Set($"{name}__{place}", item);
                break;
            default:
                if (Environment.GetEnvironmentVariable(name) is null) Environment.SetEnvironmentVariable(name, value.ToString());
                break;
        }
    }
}
