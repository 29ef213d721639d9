using System.CommandLine;
using System.Diagnostics;
using Spectre.Console;

namespace H2Ask.Indexer.Commands;

/// <summary><c>index PATH…</c>: makes the index of files and folders where it is out of date.</summary>
internal static class IndexCommand
{
    public static Command Create()
    {
        var paths = CommandLine.Paths();
        var index = CommandLine.IndexFolder();
        var force = new Option<bool>("--force") { Description = "Make the index anew even where it is up to date" };
        var lengths = CommandLine.PassageLengths();
        var command = new Command("index", "Index documents, where they have changed") { paths, index, force, lengths.Shortest, lengths.Longest };
        command.SetAction(parsed => CommandLine.Run(() =>
        {
            var started = Stopwatch.GetTimestamp();
            var result = Core.Index.Indexer.Run(
                parsed.GetRequiredValue(paths), parsed.GetRequiredValue(index), parsed.GetValue(force), CommandLine.PassageOptions(parsed, lengths));
            var (manifest, seconds) = (result.Manifest, Stopwatch.GetElapsedTime(started).TotalSeconds);
            CommandLine.Output.MarkupLineInterpolated(result.Changed
                ? (FormattableString)$"Indexed [bold]{manifest.Documents}[/] documents, [bold]{manifest.Passages}[/] passages in {seconds:0.0} s."
                : $"The index is up to date: [bold]{manifest.Documents}[/] documents, [bold]{manifest.Passages}[/] passages.");
            CommandLine.ShowSkipped(result.Skipped);
        }));
        return command;
    }
}
