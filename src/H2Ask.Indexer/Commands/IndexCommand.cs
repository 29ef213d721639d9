using System.CommandLine;
using System.Diagnostics;
using H2Ask.Core.Index;

namespace H2Ask.Indexer.Commands;

/// <summary><c>index PATH…</c>: makes the index of files and folders where it is out of date.</summary>
internal static class IndexCommand
{
    public static Command Create()
    {
        var paths = CommandLine.Paths();
        var index = CommandLine.IndexFolder();
        var uploads = CommandLine.Uploads();
        var force = new Option<bool>("--force") { Description = "Make the index anew even where it is up to date" };
        var lengths = CommandLine.PassageLengths();
        var model = CommandLine.Model();
        var command = new Command("index", "Index documents, where they have changed") { paths, index, uploads, model, force, lengths.Shortest, lengths.Longest };
        command.SetAction((parsed, cancelled) => CommandLine.RunAsync(async () =>
        {
            using var embedder = ModelEmbedder.Choose(parsed.GetValue(model));
            var options = new IndexingOptions { Force = parsed.GetValue(force), Passages = CommandLine.PassageOptions(parsed, lengths), Embedder = embedder };
            if (embedder is null && parsed.GetValue(model) != ModelEmbedder.None) CommandLine.Warn("There is no models/h2ask-embed-zh: the search will go by words alone. --model names an embedding model.");
            var corpus = CommandLine.Corpus(parsed.GetRequiredValue(paths), CommandLine.UploadFolder(parsed, uploads, index));
            await RunAsync(corpus, CommandLine.Store(parsed, index), options, cancelled);
            return CommandLine.Success;
        }));
        return command;
    }

    /// <summary>Indexes, shows how far it is, and says what came of it.</summary>
    public static async Task RunAsync(string[] paths, IIndexStore store, IndexingOptions options, CancellationToken cancelled)
    {
        var started = Stopwatch.GetTimestamp();
        var result = await IndexingDisplay.ShowAsync(
            CommandLine.Errors,
            progress => Task.Run(() => Core.Index.Indexer.RunAsync(paths, store, options with { Progress = progress }, cancelled), cancelled));
        CommandLine.ShowResult(result, Stopwatch.GetElapsedTime(started));
    }
}
