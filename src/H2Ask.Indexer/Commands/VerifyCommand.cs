using System.CommandLine;
using Spectre.Console;

namespace H2Ask.Indexer.Commands;

/// <summary><c>verify</c>: compares every file of the index with its checksum.</summary>
internal static class VerifyCommand
{
    public static Command Create()
    {
        var index = CommandLine.IndexFolder();
        var command = new Command("verify", "Compare every file of the index with its checksum") { index };
        command.SetAction((parsed, cancelled) => CommandLine.RunAsync(async () =>
        {
            var manifest = await CommandLine.Store(parsed, index).VerifyAsync(cancelled);
            CommandLine.Output.WriteLine($"The index is whole: {manifest.Files.Count} files, {manifest.Files.Sum(file => file.Length) / 1e6:0.0} MB.");
            return CommandLine.Success;
        }));
        return command;
    }
}
