using System.CommandLine;
using H2Ask.Core.Index;
using H2Ask.Core.Retrieval;
using Spectre.Console;

namespace H2Ask.Indexer.Commands;

/// <summary><c>search "…"</c>: shows the passages that fit.</summary>
internal static class SearchCommand
{
    public static Command Create()
    {
        var query = CommandLine.Question("QUERY", "What is searched for");
        var index = CommandLine.IndexFolder();
        var model = CommandLine.Model();
        var top = CommandLine.Top(5);
        var command = new Command("search", "Show the passages that fit a question") { query, index, model, top };
        command.SetAction((parsed, cancelled) => CommandLine.RunAsync(async () =>
        {
            using var embedder = ModelEmbedder.Choose(parsed.GetValue(model));
            using var opened = await CommandLine.Store(parsed, index).OpenAsync(embedder, cancelled);
            var hits = await PassageSearcher.SearchAsync(opened, parsed.GetRequiredValue(query), SearchFilters.None, parsed.GetRequiredValue(top), cancelled);
            if (hits.Count == 0) CommandLine.Output.WriteLine("Nothing in the corpus shares a word with this.");
            foreach (var hit in hits)
            {
                CommandLine.Output.MarkupLineInterpolated($"[bold]{hit.Document.Document.Title}[/]  [grey]{hit.Score:0.00}[/]");
                CommandLine.Output.MarkupLineInterpolated($"[grey]{hit.Document.Document.File} {hit.Passage.Start}–{hit.Passage.End}[/]");
                CommandLine.Output.WriteLine(hit.Passage.Text);
                CommandLine.Output.WriteLine();
            }

            return CommandLine.Success;
        }));
        return command;
    }
}
