using System.CommandLine;
using H2Ask.Core.Index;
using Spectre.Console;

namespace H2Ask.Indexer.Commands;

/// <summary><c>status</c>: opens the index and says what it holds.</summary>
internal static class StatusCommand
{
    public static Command Create()
    {
        var index = CommandLine.IndexFolder();
        var command = new Command("status", "Check the index and say what it holds") { index };
        command.SetAction(parsed => CommandLine.Run(() =>
        {
            var manifest = IndexFile.Open(parsed.GetRequiredValue(index)).Manifest;
            CommandLine.Output.WriteLine($"documents    {manifest.Documents}");
            CommandLine.Output.WriteLine($"passages     {manifest.Passages}");
            CommandLine.Output.WriteLine($"made         {manifest.CreatedAt.LocalDateTime:yyyy-MM-dd HH:mm:ss}");
            CommandLine.Output.WriteLine($"fingerprint  {manifest.Fingerprint}");
        }));
        return command;
    }
}
