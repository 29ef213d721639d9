using System.CommandLine;
using H2Ask.Core.Answering.Llm;
using H2Ask.Core.Corpus.Passages;
using H2Ask.Core.Corpus.Reading;
using H2Ask.Core.Embedding;
using H2Ask.Core.Evaluation;
using H2Ask.Core.Index;
using H2Ask.Qdrant;
using Spectre.Console;

namespace H2Ask.Indexer.Commands;

/// <summary>The command line: what can be said and what it does.</summary>
internal static class CommandLine
{
    public const int Success = 0;
    public const int Failure = 1;

    /// <summary>Where results are written: in colour on a terminal, plain and unwrapped in a file or a pipe.</summary>
    public static IAnsiConsole Output { get; } = ConsoleFor(Console.Out, Console.IsOutputRedirected);

    /// <summary>Where faults and progress are written.</summary>
    public static IAnsiConsole Errors { get; } = ConsoleFor(Console.Error, Console.IsErrorRedirected);

    /// <summary>Makes the root command with all commands below it.</summary>
    public static RootCommand Create() =>
        new("H2Ask answers questions from policy documents and proves every sentence. This is its command line; ./run starts the service.")
        {
            IndexCommand.Create(),
            WatchCommand.Create(),
            InspectCommand.Create(),
            StatusCommand.Create(),
            VerifyCommand.Create(),
            SearchCommand.Create(),
            AskCommand.Create(),
            McpCommand.Create(),
            EvaluateCommand.Create(),
            FeedbackCommand.Create(),
            KeyCommand.Create(),
            SettingsFile.Option(),
        };

    /// <summary>The argument that names what to read.</summary>
    public static Argument<string[]> Paths()
    {
        var paths = new Argument<string[]>("PATH")
        {
            Description = "Folders and files of documents: .txt, .md, .html, .docx, .csv, and .zip of these",
            Arity = ArgumentArity.OneOrMore,
        };
        paths.Validators.Add(result =>
        {
            var mistyped = result.Tokens.FirstOrDefault(token => token.Value.StartsWith("--", StringComparison.Ordinal) && !Path.Exists(token.Value));
            if (mistyped is not null) result.AddError($"There is no option {mistyped.Value}. --help shows those that there are.");
        });
        return paths;
    }

    /// <summary>The options that say how long passages are.</summary>
    public static (Option<int> Shortest, Option<int> Longest) PassageLengths()
    {
        var usual = new PassageOptions();
        return (
            Number("--min-passage", "Join shorter passages with their neighbours (characters)", usual.Minimum, 0, 100_000),
            Number("--max-passage", "Cut longer passages (characters); at least twice --min-passage", usual.Maximum, Core.Corpus.Passages.PassageOptions.SmallestMaximum, 100_000));
    }

    /// <summary>The lengths of passages that were asked for.</summary>
    /// <exception cref="ArgumentException">They do not fit together.</exception>
    public static PassageOptions PassageOptions(ParseResult parsed, (Option<int> Shortest, Option<int> Longest) lengths)
    {
        var options = new PassageOptions { Minimum = parsed.GetRequiredValue(lengths.Shortest), Maximum = parsed.GetRequiredValue(lengths.Longest) };
        if (options.Minimum * 2 > options.Maximum) throw new ArgumentException("--min-passage must be at most half of --max-passage: a long text could not be cut between them.");
        return options;
    }

    /// <summary>Says what came of an indexing run.</summary>
    public static void ShowResult(IndexingResult result, TimeSpan taken)
    {
        var manifest = result.Manifest;
        var vectors = manifest.Model is { } model ? $" {result.Embedded} passages embedded with {model.Name}, {result.Kept} as before." : string.Empty;
        Output.MarkupLineInterpolated(result.Changed
            ? (FormattableString)$"Indexed [bold]{manifest.Documents}[/] documents, [bold]{manifest.Passages}[/] passages in {taken.TotalSeconds:0.0} s.{vectors}"
            : $"The index is up to date: [bold]{manifest.Documents}[/] documents, [bold]{manifest.Passages}[/] passages.");
        if (result.Cut > 0) Warn($"{manifest.Model?.Name} takes no texts as long as {result.Cut} of these: only their beginnings were embedded. Raise \"maximumTokens\" in its h2ask.json, if the model allows it, or lower --max-passage.");
        ShowSkipped(result.Skipped);
    }

    /// <summary>Writes a line for programs, as it is.</summary>
    public static void WriteLine(string line) => Output.Profile.Out.Writer.WriteLine(line);

    /// <summary>Names the files that could not be read.</summary>
    public static void ShowSkipped(IEnumerable<SkippedFile> skipped)
    {
        foreach (var file in skipped) Errors.MarkupLineInterpolated($"[yellow]skipped[/] {file.File}: {file.Reason}");
    }

    /// <summary>The option that names the folder of the index.</summary>
    public static Option<string> IndexFolder()
    {
        var folder = new Option<string>("--index")
        {
            Description = "The folder of the index; of no use where the variable Index__Kind is qdrant",
            DefaultValueFactory = _ => Environment.GetEnvironmentVariable("Index__Path") is { Length: > 0 } path ? path : Path.Combine("data", "index"),
        };
        folder.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && string.IsNullOrWhiteSpace(result.Tokens[0].Value)) result.AddError("--index is empty: name the folder of the index.");
        });
        return folder;
    }

    /// <summary>Where the index is: in the folder that was named, or where the variables Index__Kind and Qdrant__… say.</summary>
    /// <exception cref="ArgumentException">A variable is wrong.</exception>
    public static IIndexStore Store(ParseResult parsed, Option<string> index) =>
        IndexStores.Make(
            Environment.GetEnvironmentVariable("Index__Kind") is { Length: > 0 } kind ? kind : IndexStores.Embedded,
            parsed.GetRequiredValue(index),
            QdrantVariables.Read());

    /// <summary>The option that names the folder of the documents that a service was sent.</summary>
    public static Option<string?> Uploads() => new("--uploads")
    {
        Description = "The folder of the documents that the service was sent; beside the index, where it is left out. It is a part of the corpus where it is there",
        DefaultValueFactory = _ => Environment.GetEnvironmentVariable("Documents__Uploads"),
    };

    /// <summary>The folder of the documents that a service was sent, whether or not it is there.</summary>
    public static string UploadFolder(ParseResult parsed, Option<string?> uploads, Option<string> index) =>
        parsed.GetValue(uploads) is { Length: > 0 } folder ? folder : BesideIndex.Documents(parsed.GetRequiredValue(index));

    /// <summary>The paths that make up the corpus: those given, and what a service was sent.</summary>
    public static string[] Corpus(IEnumerable<string> paths, string uploads) => Directory.Exists(uploads) ? [.. paths, uploads] : [.. paths];

    /// <summary>The option that names the embedding model.</summary>
    public static Option<string?> Model() => new("--model")
    {
        Description = "The folder of the embedding model; none: the search is lexical. Otherwise models/h2ask-embed-zh, where it is there",
        DefaultValueFactory = _ => Environment.GetEnvironmentVariable("Embedding__Model"),
    };

    /// <summary>The option that says how many passages are looked at.</summary>
    public static Option<int> Top(int usual) => Number("--top", "How many passages", usual, 1, 100);

    /// <summary>The argument that holds a question.</summary>
    public static Argument<string> Question(string name, string description)
    {
        var question = new Argument<string>(name) { Description = description };
        question.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && string.IsNullOrWhiteSpace(result.Tokens[0].Value)) result.AddError($"{name} is empty: say what is asked.");
        });
        return question;
    }

    /// <summary>Shows what is worth a look but ends nothing.</summary>
    public static void Warn(string sentence) => Errors.MarkupLineInterpolated($"[yellow]h2ask:[/] {sentence}");

    /// <summary>Runs a command; what went wrong is said in a sentence on standard error.</summary>
    public static int Run(Action action)
    {
        try
        {
            action();
            return Success;
        }
        catch (Exception fault) when (IsExplained(fault))
        {
            return Explain(fault);
        }
    }

    /// <summary>Runs a command that takes its time, and tells how it ended; what went wrong is said in a sentence on standard error.</summary>
    public static async Task<int> RunAsync(Func<Task<int>> action)
    {
        try
        {
            return await action();
        }
        catch (Exception fault) when (IsExplained(fault))
        {
            return Explain(fault);
        }
    }

    /// <summary>Says in a sentence what went wrong.</summary>
    public static void ShowFault(Exception fault) =>
        Errors.MarkupLineInterpolated($"[red]h2ask:[/] {(fault is OperationCanceledException ? "Stopped before the end." : fault.Message)}");

    private static bool IsExplained(Exception fault) =>
        fault is IndexException or ModelException or EvaluationException or LlmException or IOException or UnauthorizedAccessException or ArgumentException or OperationCanceledException;

    private static int Explain(Exception fault)
    {
        ShowFault(fault);
        return Failure;
    }

    /// <summary>An option that is a number.</summary>
    public static Option<int> Number(string name, string description, int usual, int least, int most)
    {
        var option = new Option<int>(name) { Description = description, DefaultValueFactory = _ => usual };
        option.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && !(int.TryParse(result.Tokens[0].Value, out var number) && number >= least && number <= most))
            {
                result.AddError($"{name} must be a number from {least} to {most}.");
            }
        });
        return option;
    }

    private static IAnsiConsole ConsoleFor(TextWriter writer, bool redirected)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = redirected ? AnsiSupport.No : AnsiSupport.Detect,
            ColorSystem = redirected ? ColorSystemSupport.NoColors : ColorSystemSupport.Detect,
            Out = new AnsiConsoleOutput(writer),
        });
        if (redirected) console.Profile.Width = 1 << 20;
        return console;
    }
}
