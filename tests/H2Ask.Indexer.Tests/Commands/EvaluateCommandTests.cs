using System.Text.Encodings.Web;
using System.Text.Json;
using H2Ask.Tests;

namespace H2Ask.Indexer.Tests.Commands;

/// <summary>The evaluation as its users start it, on a corpus of two sentences.</summary>
public sealed class EvaluateCommandTests : IDisposable
{
    private const string File = "办法.txt";
    private const string Text = "加氢站管理办法\n加氢站由城市管理部门负责监督。";
    private const string Sentence = "加氢站由城市管理部门负责监督。";

    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "H2Ask.Indexer.dll");
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly TemporaryFolder _corpus = new();
    private readonly TemporaryFolder _work = new();

    public EvaluateCommandTests()
    {
        _corpus.With(File, Text);
        _work.With("questions.jsonl", string.Join('\n',
            Question("who", "加氢站由谁负责监督", Text.IndexOf('\n') + 1, Text.Length, "城市管理部门"),
            // The gold is the title: what is cited is the sentence, so that this is a miss.
            Question("title", "加氢站由哪个部门负责监督", 0, 7, "管理办法"),
            """{"id": "recipe", "type": "unanswerable", "question": "西红柿炒鸡蛋"}"""));
    }

    [Fact]
    public async Task All_metrics_are_shown_over_all_questions_and_by_type()
    {
        await Index();

        var (status, output, errors) = await Evaluate();

        Assert.Equal((0, string.Empty), (status, errors));
        var lines = output.Split('\n');
        Assert.Equal("3 questions, 0 failed requests", lines[0]);
        Assert.Equal("verbatim        1.000   title 1.00  who 1.00", lines[1]);
        Assert.Contains("cite.recall     0.500   title 0.00  who 1.00", lines);
        Assert.Contains("facts           0.500   title 0.00  who 1.00", lines);
        Assert.Contains("answered        1.000   title 1.00  who 1.00", lines);
        Assert.Contains("refused         1.000   unanswerable 1.00", lines);
        Assert.Contains(lines, line => line.StartsWith("latency ms      p50 ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_metric_that_falls_short_ends_with_status_1()
    {
        await Index();

        var (status, output, _) = await Evaluate("--fail-under", "facts=0.75", "facts/who=1", "verbatim=1");
        var (enough, _, _) = await Evaluate("--only", "who", "--fail-under", "facts=0.75");

        Assert.Equal((1, 0), (status, enough));
        Assert.EndsWith("short of: facts=0.500 < 0.75\n", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reports_list_the_misses_and_results_compare_with_an_earlier_run()
    {
        await Index();
        var (results, markdown, html) = (Path.Combine(_work.Path, "new", "results.jsonl"), Path.Combine(_work.Path, "r.md"), Path.Combine(_work.Path, "r.html"));
        await Evaluate("--out", results, "--report", markdown, "--report", html);
        // In the earlier run the question of the title was right.
        var earlier = (await System.IO.File.ReadAllTextAsync(results)).Replace("\"facts\":0", "\"facts\":1", StringComparison.Ordinal);
        await System.IO.File.WriteAllTextAsync(results, earlier);

        var (status, output, _) = await Evaluate("--compare", results, "--out", results);

        Assert.Equal(0, status);
        Assert.Contains("#### title (title)", await System.IO.File.ReadAllTextAsync(markdown), StringComparison.Ordinal);
        Assert.Contains(Sentence, await System.IO.File.ReadAllTextAsync(html), StringComparison.Ordinal);
        Assert.Contains("facts           1.000 → 0.500   -0.500", output, StringComparison.Ordinal);
        Assert.Contains("worse   title  加氢站由哪个部门负责监督", output, StringComparison.Ordinal);
        Assert.Contains("\"facts\":0}", (await System.IO.File.ReadAllTextAsync(results)).Replace(",\"answered\":1", string.Empty, StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("There is no index")]
    [InlineData("can't be reached", "--url", "http://127.0.0.1:1")]
    [InlineData("must be the address of a service", "--url", "file:///etc")]
    [InlineData("no request can carry", "--url", "http://127.0.0.1:1", "--api-key", "a b")]
    [InlineData("hit@2=1 is not NAME=VALUE", "--fail-under", "hit@2=1")]
    [InlineData("must end in .md or .html", "--report", "report.pdf")]
    [InlineData("There is no file none.jsonl", "--compare", "none.jsonl")]
    [InlineData("The types are title, unanswerable, who.", "--only", "when")]
    [InlineData("There is no folder nowhere", "--corpus", "nowhere")]
    public async Task What_goes_wrong_is_said_in_a_sentence(string sentence, params string[] options)
    {
        var (status, _, errors) = await Evaluate(options);

        Assert.Equal(1, status);
        Assert.Contains(sentence, errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_line_of_the_questions_is_named()
    {
        _work.With("questions.jsonl", """{"id": "a", "type": "who", "question": "谁？", "gold": [{"file": "没有.txt", "spans": [[0, 1]]}]}""");

        var (status, _, errors) = await Evaluate();

        Assert.Equal(1, status);
        Assert.Contains("Line 1 of ", errors, StringComparison.Ordinal);
        Assert.Contains("there is no file 没有.txt in the corpus", errors, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        _corpus.Dispose();
        _work.Dispose();
    }

    private static string Question(string type, string question, int start, int end, string fact) => JsonSerializer.Serialize(
        new { id = type, type, question, gold = new[] { new { file = File, quote = Text[start..end], spans = new[] { new[] { start, end } } } }, facts = new[] { new[] { fact } } }, Json);

    private Task<(int Status, string Output, string Errors)> Index() => ChildProcess.RunAsync("dotnet", Program, "index", _corpus.Path, "--index", _work.Path);

    /// <summary>Options that name the corpus again win over those given here.</summary>
    private Task<(int Status, string Output, string Errors)> Evaluate(params string[] options)
    {
        string[] corpus = options.Contains("--corpus") ? [] : ["--corpus", _corpus.Path];
        return ChildProcess.RunAsync("dotnet", [Program, "evaluate", Path.Combine(_work.Path, "questions.jsonl"), "--index", _work.Path, .. corpus, .. options]);
    }
}
