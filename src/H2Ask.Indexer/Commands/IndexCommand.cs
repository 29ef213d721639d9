using System.CommandLine;
using System.Diagnostics;
using Spectre.Console;

namespace H2Ask.Indexer.Commands;

/// <summary><c>index DIR</c>: makes the index of a folder where it is out of date.</summary>
internal static class IndexCommand
{
    public static Command Create()
    {
        var folder = new Argument<string>("DIR") { Description = "The folder of documents (.txt, UTF-8)" };
        var index = CommandLine.IndexFolder();
        var force = new Option<bool>("--force") { Description = "Make the index anew even where it is up to date" };
        var command = new Command("index", "Index the documents of a folder, where they have changed") { folder, index, force };
        command.SetAction(parsed => CommandLine.Run(() =>
        {
            var started = Stopwatch.GetTimestamp();
            var result = Core.Index.Indexer.Run(parsed.GetRequiredValue(folder), parsed.GetRequiredValue(index), parsed.GetValue(force));
            var (manifest, seconds) = (result.Manifest, Stopwatch.GetElapsedTime(started).TotalSeconds);
            CommandLine.Output.MarkupLineInterpolated(result.Changed
                ? (FormattableString)$"Indexed [bold]{manifest.Documents}[/] documents, [bold]{manifest.Passages}[/] passages in {seconds:0.0} s."
                : $"The index is up to date: [bold]{manifest.Documents}[/] documents, [bold]{manifest.Passages}[/] passages.");
        }));
        return command;
    }
}
