using System.CommandLine;
using System.Globalization;
using H2Ask.Core.Evaluation;
using H2Ask.Core.Feedback;
using H2Ask.Core.Index;
using Spectre.Console;

namespace H2Ask.Indexer.Commands;

/// <summary><c>feedback list</c> and <c>feedback export</c>: what users said of answers, to read and as a question set.</summary>
internal sealed class FeedbackCommand
{
    private const int LongestCell = 80;

    private static readonly string[] Verdicts = Enum.GetNames<FeedbackVerdict>();

    private readonly Option<string> _index = CommandLine.IndexFolder();
    private readonly Option<string?> _file = new("--feedback")
    {
        Description = "The file of what users said; beside the index, where it is left out",
        DefaultValueFactory = _ => Environment.GetEnvironmentVariable("Feedback__Path"),
    };

    public static Command Create()
    {
        var feedback = new FeedbackCommand();
        return new Command("feedback", "What users said of answers") { feedback.List(), feedback.Export() };
    }

    private Command List()
    {
        var verdict = Verdict(new Option<FeedbackVerdict?>("--verdict") { Description = "Only what is up, or down" });
        var command = new Command("list", "Show what was said last of each answer") { _index, _file, verdict };
        command.SetAction(parsed => CommandLine.Run(() =>
        {
            var table = new Table().AddColumns("received", "verdict", "reason", "question", "comment");
            foreach (var entry in FeedbackFile.LastOfEach(Entries(parsed)).Where(entry => (parsed.GetValue(verdict) ?? entry.Verdict) == entry.Verdict))
            {
                table.AddRow(
                    entry.ReceivedAt.LocalDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
                    entry.Verdict == FeedbackVerdict.Up ? "up" : "down",
                    Cell(entry.Reason),
                    Cell(entry.Question),
                    Cell(entry.Comment));
            }

            CommandLine.Output.Write(table);
        }));
        return command;
    }

    private Command Export()
    {
        var verdict = Verdict(new Option<FeedbackVerdict>("--verdict") { Description = "The questions of answers that are up (with what they cited as gold), or down (gold is left to you)", DefaultValueFactory = _ => FeedbackVerdict.Up });
        var target = new Option<string>("--out") { Description = "The question file to write", Required = true };
        var corpus = new Option<string>("--corpus") { Description = "The folder of the documents, to check quotes by", DefaultValueFactory = _ => "seeds" };
        var uploads = CommandLine.Uploads();
        var command = new Command("export", "Write a question file for evaluate") { _index, _file, verdict, target, corpus, uploads };
        command.SetAction(parsed => CommandLine.Run(() =>
        {
            var texts = CorpusTexts.Read(CommandLine.Corpus([parsed.GetRequiredValue(corpus)], CommandLine.UploadFolder(parsed, uploads, _index)));
            var set = FeedbackQuestions.Of(Entries(parsed), parsed.GetValue(verdict), texts);
            foreach (var remark in set.Remarks) CommandLine.Warn(remark);
            QuestionFile.Write(parsed.GetRequiredValue(target), set.Questions, texts);
            CommandLine.Output.WriteLine($"{set.Questions.Count} questions written to {parsed.GetRequiredValue(target)}");
            if (parsed.GetValue(verdict) == FeedbackVerdict.Down && set.Questions.Count > 0) CommandLine.Warn("They have no gold yet: until you write it, evaluate takes them for questions that are to be refused.");
        }));
        return command;
    }

    private static Option<T> Verdict<T>(Option<T> option)
    {
        option.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && !Verdicts.Contains(result.Tokens[0].Value, StringComparer.OrdinalIgnoreCase))
            {
                result.AddError("--verdict must be up or down.");
            }
        });
        return option;
    }

    private IReadOnlyList<FeedbackEntry> Entries(ParseResult parsed)
    {
        var path = parsed.GetValue(_file) is { Length: > 0 } named ? named : BesideIndex.Feedback(parsed.GetRequiredValue(_index));
        if (!File.Exists(path)) throw new IndexException($"There is no file {path}: nobody has said anything of an answer yet, or --feedback names another.");
        using var file = new FeedbackFile(path);
        var (entries, unreadable) = file.Read();
        if (unreadable > 0) CommandLine.Warn($"{unreadable} lines of {path} can't be read and are left out.");
        return entries;
    }

    private static string Cell(string? text) => Markup.Escape(PlainLine.Of(text ?? string.Empty, LongestCell));
}
