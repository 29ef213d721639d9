using System.CommandLine;
using H2Ask.Core.Answering;
using H2Ask.Core.Index;
using Spectre.Console;

namespace H2Ask.Indexer.Commands;

/// <summary><c>ask "…"</c>: answers a question with citations.</summary>
internal static class AskCommand
{
    public static Command Create()
    {
        var question = CommandLine.Question("QUESTION", "What is asked, in everyday words");
        var index = CommandLine.IndexFolder();
        var model = CommandLine.Model();
        var top = CommandLine.Top(ExtractiveAnswerer.UsualPassages);
        var command = new Command("ask", "Answer a question, with citations") { question, index, model, top };
        command.SetAction((parsed, cancelled) => CommandLine.RunAsync(async () =>
        {
            using var embedder = ModelEmbedder.Choose(parsed.GetValue(model));
            using var opened = await CommandLine.Store(parsed, index).OpenAsync(embedder, cancelled);
            var answer = await ExtractiveAnswerer.AnswerAsync(opened, parsed.GetRequiredValue(question), [], SearchFilters.None, parsed.GetRequiredValue(top), cancelled);
            CommandLine.Output.WriteLine(answer.Text);
            if (answer.Answered) CommandLine.Output.WriteLine();
            foreach (var citation in answer.Citations)
            {
                var document = citation.Source.Document.Document;
                CommandLine.Output.MarkupLineInterpolated($"[bold][[{citation.Number}]][/] {document.Title}  [grey]{document.File} {citation.Start}–{citation.End}[/]");
            }

            return CommandLine.Success;
        }));
        return command;
    }
}
