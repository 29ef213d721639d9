using System.CommandLine;
using H2Ask.Core.Index;
using Spectre.Console;

namespace H2Ask.Indexer.Commands;

/// <summary><c>watch PATH…</c>: keeps the index up to date until it is stopped.</summary>
internal static class WatchCommand
{
    public static Command Create()
    {
        var paths = CommandLine.Paths();
        var index = CommandLine.IndexFolder();
        var uploads = CommandLine.Uploads();
        var lengths = CommandLine.PassageLengths();
        var model = CommandLine.Model();
        var command = new Command("watch", "Index documents whenever they change, until Ctrl+C") { paths, index, uploads, model, lengths.Shortest, lengths.Longest };
        command.SetAction((parsed, cancelled) => CommandLine.RunAsync(async () =>
        {
            using var embedder = ModelEmbedder.Choose(parsed.GetValue(model));
            var options = new IndexingOptions { Passages = CommandLine.PassageOptions(parsed, lengths), Embedder = embedder };
            await WatchAsync(parsed.GetRequiredValue(paths), CommandLine.UploadFolder(parsed, uploads, index), CommandLine.Store(parsed, index), options, cancelled);
            return CommandLine.Success;
        }));
        return command;
    }

    private static async Task WatchAsync(string[] paths, string uploads, IIndexStore store, IndexingOptions options, CancellationToken cancelled)
    {
        if (paths.FirstOrDefault(path => !Path.Exists(path)) is { } missing) throw new IndexException($"There is no file or folder {missing}.");
        using var changes = new FileChanges([.. paths, uploads]);
        try
        {
            while (true)
            {
                // A service may be sent its first document later.
                await IndexAsync(CommandLine.Corpus(paths, uploads), store, options, cancelled);
                await changes.WaitAsync(cancelled);
            }
        }
        catch (OperationCanceledException) when (cancelled.IsCancellationRequested)
        {
            CommandLine.Output.WriteLine("Stopped watching.");
        }
    }

    /// <summary>What can't be indexed now may be mended with the next change: the watch goes on.</summary>
    private static async Task IndexAsync(string[] paths, IIndexStore store, IndexingOptions options, CancellationToken cancelled)
    {
        try
        {
            await IndexCommand.RunAsync(paths, store, options, cancelled);
        }
        catch (IndexException fault)
        {
            CommandLine.ShowFault(fault);
        }
    }
}
