using System.CommandLine;
using H2Ask.Core.Corpus.Passages;
using H2Ask.Core.Corpus.Reading;
using H2Ask.Core.Index;
using Spectre.Console;

namespace H2Ask.Indexer.Commands;

/// <summary>The command line: what can be said and what it does.</summary>
internal static class CommandLine
{
    public const int Success = 0;
    public const int Failure = 1;

    /// <summary>Where results are written: in colour on a terminal, plain and unwrapped in a file or a pipe.</summary>
    public static IAnsiConsole Output { get; } = ConsoleFor(Console.Out, Console.IsOutputRedirected);

    private static IAnsiConsole Errors { get; } = ConsoleFor(Console.Error, Console.IsErrorRedirected);

    /// <summary>Makes the root command with all commands below it.</summary>
    public static RootCommand Create() =>
        new("H2Ask answers questions from policy documents and proves every sentence. This is its command line; ./run starts the service.")
        {
            IndexCommand.Create(),
            InspectCommand.Create(),
            StatusCommand.Create(),
            SearchCommand.Create(),
            AskCommand.Create(),
        };

    /// <summary>The argument that names what to read.</summary>
    public static Argument<string[]> Paths() => new("PATH")
    {
        Description = "Folders and files of documents: .txt, .md, .html, .docx, .csv, and .zip of these",
        Arity = ArgumentArity.OneOrMore,
    };

    /// <summary>The options that say how long passages are.</summary>
    public static (Option<int> Shortest, Option<int> Longest) PassageLengths()
    {
        var usual = new PassageOptions();
        return (
            new Option<int>("--min-passage") { Description = "Join shorter passages with their neighbours (characters)", DefaultValueFactory = _ => usual.Minimum },
            new Option<int>("--max-passage") { Description = "Cut longer passages (characters)", DefaultValueFactory = _ => usual.Maximum });
    }

    /// <summary>The lengths of passages that were asked for.</summary>
    /// <exception cref="ArgumentException">They do not fit together.</exception>
    public static PassageOptions PassageOptions(ParseResult parsed, (Option<int> Shortest, Option<int> Longest) lengths)
    {
        var options = new PassageOptions { Minimum = parsed.GetRequiredValue(lengths.Shortest), Maximum = parsed.GetRequiredValue(lengths.Longest) };
        options.Validate();
        return options;
    }

    /// <summary>Names the files that could not be read.</summary>
    public static void ShowSkipped(IEnumerable<SkippedFile> skipped)
    {
        foreach (var file in skipped) Errors.MarkupLineInterpolated($"[yellow]skipped[/] {file.File}: {file.Reason}");
    }

    /// <summary>The option that names the folder of the index.</summary>
    public static Option<string> IndexFolder() => new("--index")
    {
        Description = "The folder of the index",
        DefaultValueFactory = _ => Environment.GetEnvironmentVariable("Index__Path") is { Length: > 0 } path ? path : Path.Combine("data", "index"),
    };

    /// <summary>The option that says how many passages are looked at.</summary>
    public static Option<int> Top(int usual)
    {
        var top = new Option<int>("--top") { Description = "How many passages", DefaultValueFactory = _ => usual };
        top.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && !(int.TryParse(result.Tokens[0].Value, out var number) && number is >= 1 and <= 100))
            {
                result.AddError("--top must be a number from 1 to 100.");
            }
        });
        return top;
    }

    /// <summary>Runs a command; what went wrong is said in a sentence on standard error.</summary>
    public static int Run(Action action)
    {
        try
        {
            action();
            return Success;
        }
        catch (Exception fault) when (fault is IndexException or IOException or UnauthorizedAccessException or ArgumentException)
        {
            Errors.MarkupLineInterpolated($"[red]h2ask:[/] {fault.Message}");
            return Failure;
        }
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
