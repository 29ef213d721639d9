using System.CommandLine;
using System.Text.Json.Nodes;
using H2Ask.Core.Access;

namespace H2Ask.Indexer.Commands;

/// <summary><c>key --name NAME</c>: makes a key for the service.</summary>
internal static class KeyCommand
{
    private const int LongestName = 100;

    public static Command Create()
    {
        var name = new Option<string>("--name") { Description = "Who will have the key, as the log names it", Required = true };
        name.Validators.Add(result =>
        {
            var given = result.Tokens.Count == 1 ? result.Tokens[0].Value : string.Empty;
            if (string.IsNullOrWhiteSpace(given) || given.Length > LongestName || given.Any(char.IsControl)) result.AddError($"--name must be up to {LongestName} letters.");
        });
        var write = new Option<bool>("--write") { Description = "The key may change documents too" };
        var number = CommandLine.Number("--number", "Its place among the keys in the settings: one that is free", 0, 0, 999);
        var command = new Command("key", "Make a key for the service, and the settings that let it in") { name, write, number };
        command.SetAction(parsed => Show(SecretKey.Create(), parsed.GetRequiredValue(name), parsed.GetValue(write), parsed.GetRequiredValue(number)));
        return command;
    }

    private static void Show(string key, string name, bool write, int number)
    {
        var hash = SecretKey.HashOf(key);
        CommandLine.WriteLine(key);
        CommandLine.WriteLine($"""

            This is the key; it is shown once and kept nowhere. Whoever asks sends it: Authorization: Bearer KEY, or X-Api-Key: KEY.
            The service lets it in with these settings, as environment variables:

            Access__Keys__{number}__Name={Quoted(name)}
            Access__Keys__{number}__Hash={hash}{(write ? $"\nAccess__Keys__{number}__Write=true" : string.Empty)}

            or in appsettings.json, in the list Access:Keys:

            {new JsonObject { ["Name"] = name, ["Hash"] = hash, ["Write"] = write }.ToJsonString(InspectJsonContext.OfLines.Options)}
            """);
    }

    /// <summary>A name that a shell takes as it stands.</summary>
    private static string Quoted(string name) => $"'{name.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
