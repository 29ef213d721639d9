using System.CommandLine;
using Spectre.Console;

namespace H2Ask.Indexer.Commands;

/// <summary><c>verify</c>: compares all of the index with its checksums.</summary>
internal static class VerifyCommand
{
    public static Command Create()
    {
        var index = CommandLine.IndexFolder();
        var command = new Command("verify", "Compare all of the index with its checksums") { index };
        command.SetAction((parsed, cancelled) => CommandLine.RunAsync(async () =>
        {
            var manifest = await CommandLine.Store(parsed, index).VerifyAsync(cancelled);
            CommandLine.Output.WriteLine($"The index is whole: {manifest.Files.Count} parts, {manifest.Files.Sum(file => file.Length) / 1e6:0.0} MB.");
            return CommandLine.Success;
        }));
        return command;
    }
}
