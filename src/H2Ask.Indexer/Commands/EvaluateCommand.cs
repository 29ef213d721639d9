using System.CommandLine;
using H2Ask.Core.Evaluation;
using H2Ask.Core.Evaluation.Reports;
using H2Ask.Core.Evaluation.Sources;
using H2Ask.Core.Index;
using Spectre.Console;

namespace H2Ask.Indexer.Commands;

/// <summary><c>evaluate QUESTIONS</c>: scores the answers to a question file with gold citations.</summary>
internal sealed class EvaluateCommand
{
    private readonly Argument<string> _questions = new("QUESTIONS") { Description = "The question file: one JSON object a line" };
    private readonly Option<string> _index = CommandLine.IndexFolder();
    private readonly Option<string?> _model = CommandLine.Model();
    private readonly Option<string?> _url = new("--url") { Description = "Score a running service instead of an index: http://127.0.0.1:5080" };
    private readonly Option<string?> _key = new("--api-key") { Description = "The service's key; H2ASK_API_KEY where it is left out" };
    private readonly Option<string> _corpus = new("--corpus") { Description = "The folder of the documents, to check quotes and places by", DefaultValueFactory = _ => "seeds" };
    private readonly Option<string?> _uploads = CommandLine.Uploads();
    private readonly Option<string?> _only = new("--only") { Description = "Ask the questions of one type only" };
    private readonly Option<string[]> _failUnder = new("--fail-under") { Description = "End with status 1 where a metric falls short: facts=0.6 hit@5/list=0.8", AllowMultipleArgumentsPerToken = true };
    private readonly Option<string[]> _reports = new("--report") { Description = "Write a report that lists every miss: FILE.md or FILE.html" };
    private readonly Option<string?> _results = new("--out") { Description = "Write what each question scored, one JSON object a line" };
    private readonly Option<string?> _earlier = new("--compare") { Description = "Say what changed from an earlier run: the file of its --out" };

    private EvaluateCommand()
    {
        _url.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && Address(result.Tokens[0].Value) is null) result.AddError("--url must be the address of a service, as http://127.0.0.1:5080.");
        });
        _failUnder.Validators.Add(result =>
        {
            var wrong = result.Tokens.FirstOrDefault(token => Threshold.TryParse(token.Value) is null);
            if (wrong is not null) result.AddError($"--fail-under {wrong.Value} is not NAME=VALUE, with a value from 0 to 1 and one of the metrics {string.Join(", ", Metrics.All)}, or one of them for a type, as facts/list.");
        });
        _reports.Validators.Add(result =>
        {
            var wrong = result.Tokens.FirstOrDefault(token => !ReportFile.CanWrite(token.Value));
            if (wrong is not null) result.AddError($"--report {wrong.Value} must end in .md or .html.");
        });
    }

    public static Command Create()
    {
        var evaluate = new EvaluateCommand();
        var command = new Command("evaluate", "Score the answers to questions with gold citations")
        {
            evaluate._questions, evaluate._index, evaluate._model, evaluate._url, evaluate._key, evaluate._corpus, evaluate._uploads, evaluate._only,
            evaluate._failUnder, evaluate._reports, evaluate._results, evaluate._earlier,
        };
        command.SetAction((parsed, cancelled) => CommandLine.RunAsync(() => evaluate.RunAsync(parsed, cancelled)));
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancelled)
    {
        var texts = CorpusTexts.Read(CommandLine.Corpus([parsed.GetRequiredValue(_corpus)], CommandLine.UploadFolder(parsed, _uploads, _index)));
        var questions = Questions(parsed, texts);
        // Read before anything is written: the results may take the earlier ones' place.
        var earlier = parsed.GetValue(_earlier) is { } file ? ResultFile.Read(file) : null;
        MakeFolders([.. parsed.GetValue(_reports) ?? [], .. parsed.GetValue(_results) is { } results ? [results] : Array.Empty<string>()]);

        using var client = Client(parsed);
        var scored = client is null
            ? await AskIndexAsync(parsed, texts, questions, cancelled)
            : await new Evaluator(new HttpAnswerSource(client), texts).RunAsync(questions, cancelled);

        var report = new EvaluationReport
        {
            QuestionFile = parsed.GetRequiredValue(_questions),
            Source = client?.BaseAddress?.ToString() ?? CommandLine.Store(parsed, _index).Place,
            MadeAt = DateTimeOffset.Now,
            Questions = scored,
            Texts = texts,
            ComparedWith = parsed.GetValue(_earlier),
            Comparison = earlier is null ? null : Comparison.Of(earlier, [.. scored.Select(question => question.Score)]),
        };
        return Finish(parsed, report);
    }

    private async Task<IReadOnlyList<ScoredQuestion>> AskIndexAsync(ParseResult parsed, CorpusTexts texts, List<EvaluationQuestion> questions, CancellationToken cancelled)
    {
        using var embedder = ModelEmbedder.Choose(parsed.GetValue(_model));
        using var index = await CommandLine.Store(parsed, _index).OpenAsync(embedder, cancelled);
        return await new Evaluator(new IndexAnswerSource(index), texts).RunAsync(questions, cancelled);
    }

    /// <summary>Shows and writes what came out; the exit status.</summary>
    private int Finish(ParseResult parsed, EvaluationReport report)
    {
        var scores = report.Questions.Select(question => question.Score).ToList();
        var score = Score.Of(scores);
        foreach (var line in ScoreTable.Failures(scores)) CommandLine.Warn(line);
        foreach (var line in ScoreTable.Lines(score)) CommandLine.Output.WriteLine(line);
        if (report.Comparison is { } comparison)
        {
            foreach (var line in ScoreTable.Lines(comparison)) CommandLine.Output.WriteLine(line);
        }

        if (parsed.GetValue(_results) is { } results) ResultFile.Write(results, scores);
        foreach (var path in parsed.GetValue(_reports) ?? []) ReportFile.Write(path, report);
        var shortOf = (parsed.GetValue(_failUnder) ?? []).Select(text => Threshold.TryParse(text)!.ShortOf(score)).OfType<string>().ToList();
        if (score.Failed > 0) shortOf.Add($"{score.Failed} failed requests");
        if (shortOf.Count == 0) return CommandLine.Success;
        CommandLine.Output.WriteLine($"short of: {string.Join(", ", shortOf)}");
        return CommandLine.Failure;
    }

    private List<EvaluationQuestion> Questions(ParseResult parsed, CorpusTexts texts)
    {
        var set = QuestionFile.Read(parsed.GetRequiredValue(_questions), texts);
        foreach (var remark in set.Remarks) CommandLine.Warn(remark);
        if (parsed.GetValue(_only) is not { } type) return [.. set.Questions];
        var chosen = set.Questions.Where(question => question.Type == type).ToList();
        var types = set.Questions.Select(question => question.Type).Distinct().Order(StringComparer.Ordinal);
        return chosen.Count > 0 ? chosen : throw new EvaluationException($"No question is of the type {type}. The types are {string.Join(", ", types)}.");
    }

    /// <summary>What asks the service; null where the index is asked.</summary>
    private HttpClient? Client(ParseResult parsed)
    {
        if (parsed.GetValue(_url) is not { } url) return null;
        var key = parsed.GetValue(_key) ?? Environment.GetEnvironmentVariable("H2ASK_API_KEY");
        return HttpAnswerSource.Client(Address(url)!, string.IsNullOrEmpty(key) ? null : key);
    }

    /// <summary>The address with a slash at its end, so that what it serves lies below it; null where it is none.</summary>
    private static Uri? Address(string url) =>
        Uri.TryCreate(url.TrimEnd('/') + "/", UriKind.Absolute, out var address) && address.Scheme is "http" or "https" ? address : null;

    private static void MakeFolders(IEnumerable<string> files)
    {
        foreach (var file in files)
        {
            if (Path.GetDirectoryName(file) is { Length: > 0 } folder) Directory.CreateDirectory(folder);
        }
    }
}
