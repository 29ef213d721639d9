using H2Ask.Tests;

namespace H2Ask.Indexer.Tests.Commands;

/// <summary>The command line as its users see it: a program of its own.</summary>
public sealed class CommandLineTests : IDisposable
{
    private readonly TemporaryFolder _corpus = new();
    private readonly TemporaryFolder _index = new();

    [Fact]
    public async Task Index_says_what_it_made_and_then_that_nothing_changed()
    {
        _corpus.With("政策.txt", "加氢站管理办法\n加氢站由城市管理部门负责监督。补贴最高五百万元。");

        var (status, first, _) = await H2Ask("index", _corpus.Path);
        var (_, second, _) = await H2Ask("index", _corpus.Path);

        Assert.Equal(0, status);
        Assert.StartsWith("Indexed 1 documents", first, StringComparison.Ordinal);
        Assert.StartsWith("The index is up to date", second, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ask_answers_with_the_place_of_each_quote()
    {
        const string Text = "加氢站管理办法\n加氢站由城市管理部门负责监督。";
        _corpus.With("政策.txt", Text);
        await H2Ask("index", _corpus.Path);

        var (status, output, _) = await H2Ask("ask", "加氢站由谁负责监督");

        Assert.Equal(0, status);
        Assert.Contains("加氢站由城市管理部门负责监督。 [1]", output, StringComparison.Ordinal);
        Assert.Contains($"政策.txt {Text.IndexOf('\n') + 1}–{Text.Length}", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Search_shows_passages_and_status_shows_counts()
    {
        _corpus.With("a.txt", "氢能规划\n[link]支持加氢站[/]建设。");
        await H2Ask("index", _corpus.Path);

        Assert.Contains("[link]支持加氢站[/]建设。", (await H2Ask("search", "加氢站")).Output, StringComparison.Ordinal);
        Assert.Contains("documents    1", (await H2Ask("status")).Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("There is no index", "ask", "加氢站")]
    [InlineData("There is no folder", "index", "no-such-folder")]
    [InlineData("from 1 to 100", "search", "加氢站", "--top", "0")]
    [InlineData("Required argument 'QUESTION' missing", "ask")]
    public async Task What_goes_wrong_is_said_in_a_sentence(string sentence, params string[] arguments)
    {
        var (status, _, errors) = await H2Ask(arguments);

        Assert.NotEqual(0, status);
        Assert.Contains(sentence, errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", errors, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        _corpus.Dispose();
        _index.Dispose();
    }

    private Task<(int Status, string Output, string Errors)> H2Ask(params string[] arguments) =>
        ChildProcess.RunAsync("dotnet", [Path.Combine(AppContext.BaseDirectory, "H2Ask.Indexer.dll"), .. arguments, "--index", _index.Path]);
}
