using H2Ask.Core.Feedback;
using H2Ask.Core.Index;
using H2Ask.Tests;

namespace H2Ask.Indexer.Tests.Commands;

public sealed class FeedbackCommandTests : IDisposable
{
    private const string Quote = "加氢站由城市管理部门负责监督";

    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "H2Ask.Indexer.dll");

    private readonly TemporaryFolder _corpus = new();
    private readonly TemporaryFolder _data = new();

    public FeedbackCommandTests() => _corpus.With("政策.txt", $"😀\n甲市加氢站管理办法\n{Quote}。");

    private string Index => Path.Combine(_data.Path, "index");

    [Fact]
    public async Task What_was_said_is_listed_without_what_would_turn_or_colour_the_line()
    {
        await AddAsync(Entry("a", FeedbackVerdict.Down) with { Reason = "wrong", Comment = "[red]不对[/]\n\u202e第二行\u001b[31m" });
        await AddAsync(Entry("b", FeedbackVerdict.Up));

        var (status, output, _) = await H2Ask("feedback", "list");
        var (_, up, _) = await H2Ask("feedback", "list", "--verdict", "up");

        Assert.Equal(0, status);
        Assert.Contains("[red]不对[/] 第二行 [31m", output, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', output);
        Assert.DoesNotContain("不对", up, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("list")]
    [InlineData("export")]
    public async Task A_verdict_that_there_is_not_is_told_which_there_are(string command)
    {
        var (status, _, errors) = await H2Ask("feedback", command, "--verdict", "bad");

        Assert.Equal(1, status);
        Assert.Contains("--verdict must be up or down.", errors, StringComparison.Ordinal);
        Assert.DoesNotContain("H2Ask.Core", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_held_good_is_exported_and_scored()
    {
        await H2Ask("index", _corpus.Path, "--model", "none");
        await AddAsync(Entry("a", FeedbackVerdict.Up));
        await File.AppendAllTextAsync(BesideIndex.Feedback(Index), "{ torn");
        var questions = Path.Combine(_data.Path, "questions.jsonl");

        var (status, output, errors) = await H2Ask("feedback", "export", "--out", questions, "--corpus", _corpus.Path);
        var (scored, table, _) = await H2Ask("evaluate", questions, "--corpus", _corpus.Path, "--model", "none", "--fail-under", "cite.f1=1", "verbatim=1");

        Assert.Equal((0, 0), (status, scored));
        Assert.StartsWith("1 questions written", output, StringComparison.Ordinal);
        Assert.Contains("1 lines", errors, StringComparison.Ordinal);
        Assert.Contains("cite.f1", table, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_any_feedback_it_says_so()
    {
        var (status, _, errors) = await H2Ask("feedback", "list");

        Assert.Equal(1, status);
        Assert.Contains("nobody has said anything", errors, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        _corpus.Dispose();
        _data.Dispose();
    }

    private static FeedbackEntry Entry(string answer, FeedbackVerdict verdict) => new()
    {
        Id = "1",
        ReceivedAt = DateTimeOffset.UnixEpoch,
        AnswerId = answer,
        Verdict = verdict,
        Question = "加氢站由谁负责监督？",
        Answered = true,
        Citations = [new FeedbackCitation { File = "政策.txt", Quote = Quote }],
    };

    private async Task AddAsync(FeedbackEntry entry)
    {
        using var file = new FeedbackFile(BesideIndex.Feedback(Index));
        await file.AddAsync(entry, CancellationToken.None);
    }

    private Task<(int Status, string Output, string Errors)> H2Ask(params string[] arguments) => ChildProcess.RunAsync("dotnet", [Program, .. arguments, "--index", Index]);
}
