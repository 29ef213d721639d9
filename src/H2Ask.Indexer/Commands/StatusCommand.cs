using System.CommandLine;
using H2Ask.Core.Index;
using Spectre.Console;

namespace H2Ask.Indexer.Commands;

/// <summary><c>status</c>: opens the index and says what it holds.</summary>
internal static class StatusCommand
{
    public static Command Create()
    {
        var paths = CommandLine.Paths();
        paths.Arity = ArgumentArity.ZeroOrMore;
        var index = CommandLine.IndexFolder();
        var uploads = CommandLine.Uploads();
        var chosen = CommandLine.Model();
        var command = new Command("status", "Say what the index holds, and whether it is up to date with documents") { paths, index, uploads, chosen };
        command.SetAction((parsed, cancelled) => CommandLine.RunAsync(async () =>
        {
            using var opened = await CommandLine.Store(parsed, index).OpenAsync(embedder: null, cancelled);
            var manifest = opened.Manifest;
            CommandLine.Output.WriteLine($"documents    {manifest.Documents}");
            CommandLine.Output.WriteLine($"passages     {manifest.Passages}");
            CommandLine.Output.WriteLine($"model        {(manifest.Model is { } model ? $"{model.Name}, {model.Dimensions} dimensions" : "none: the search is lexical")}");
            CommandLine.Output.WriteLine($"size         {manifest.Files.Sum(file => file.Length) / 1e6:0.0} MB");
            CommandLine.Output.WriteLine($"made         {manifest.CreatedAt.LocalDateTime:yyyy-MM-dd HH:mm:ss}");
            CommandLine.Output.WriteLine($"generation   {opened.Generation}");
            CommandLine.Output.WriteLine($"fingerprint  {manifest.Fingerprint}");
            if (parsed.GetValue(paths) is not { Length: > 0 } documents) return CommandLine.Success;
            using var embedder = ModelEmbedder.Choose(parsed.GetValue(chosen));
            CommandLine.Output.WriteLine($"up to date   {UpToDate(CommandLine.Corpus(documents, CommandLine.UploadFolder(parsed, uploads, index)), manifest, embedder)}");
            return CommandLine.Success;
        }));
        return command;
    }

    private static string UpToDate(string[] documents, IndexManifest manifest, ModelEmbedder? embedder) =>
        !Core.Index.Indexer.IsUpToDate(documents, manifest) ? "no: index again"
        : manifest.Model?.Identity != embedder?.Model.Identity ? $"no: it was made with another model than {embedder?.Model.Name ?? "none"}; index again"
        : "yes";
}
