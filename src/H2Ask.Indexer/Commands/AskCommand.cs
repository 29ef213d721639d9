using System.CommandLine;
using H2Ask.Core.Answering;
using H2Ask.Core.Answering.Llm;
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
        var mode = new Option<AnswerMode>("--mode")
        {
            Description = "auto: by the LLM that the variables Llm__Endpoint, Llm__Model and Llm__ApiKey name, where it can, else by the documents' own sentences; extractive: by these; llm: by the LLM",
            DefaultValueFactory = _ => AnswerMode.Auto,
        };
        // Of itself it would take any number.
        mode.AcceptOnlyFromAmong("auto", "extractive", "llm");
        var command = new Command("ask", "Answer a question, with citations") { question, index, model, top, mode };
        command.SetAction((parsed, cancelled) => CommandLine.RunAsync(async () =>
        {
            var options = LlmVariables.Read();
            using var client = options.IsConfigured ? new OpenAiChatClient(options) : null;
            using var embedder = ModelEmbedder.Choose(parsed.GetValue(model));
            using var opened = await CommandLine.Store(parsed, index).OpenAsync(embedder, cancelled);
            var answerer = new Answerer(client is null ? null : new LlmAnswerer(client, options));
            var steps = answerer.AnswerAsync(
                opened, parsed.GetRequiredValue(question), [], SearchFilters.None, parsed.GetRequiredValue(top), parsed.GetRequiredValue(mode), cancelled);
            Show(((AnswerMade)await steps.LastAsync(cancelled)).Answer);
            return CommandLine.Success;
        }));
        return command;
    }

    private static void Show(Answer answer)
    {
        if (answer.Warning is { } warning) CommandLine.Warn(warning);
        CommandLine.Output.WriteLine(answer.Text);
        if (answer.Notice is { } notice) CommandLine.Output.WriteLine(notice);
        CommandLine.Output.WriteLine();
        foreach (var citation in answer.Citations)
        {
            var document = citation.Source.Document.Document;
            CommandLine.Output.MarkupLineInterpolated($"[bold][[{citation.Number}]][/] {document.Title}  [grey]{document.File} {citation.Start}–{citation.End}[/]");
        }

        // Worth reading, where nothing answers.
        foreach (var hit in answer.Answered ? [] : answer.Hits)
        {
            CommandLine.Output.MarkupLineInterpolated($"{hit.Document.Document.Title}  [grey]{hit.Document.Document.File} {hit.Passage.Start}–{hit.Passage.End}[/]");
        }
    }
}
