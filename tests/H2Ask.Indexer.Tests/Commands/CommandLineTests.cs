using System.Diagnostics;
using System.Globalization;
using H2Ask.Core.Access;
using H2Ask.Core.Index;
using H2Ask.Tests;

namespace H2Ask.Indexer.Tests.Commands;

/// <summary>The command line as its users see it: a program of its own.</summary>
public sealed class CommandLineTests : IDisposable
{
    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "H2Ask.Indexer.dll");

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
    public async Task What_a_file_of_settings_says_counts()
    {
        var settings = Path.Combine(_corpus.With("settings.json", """{ "Feedback": { "Path": "elsewhere.jsonl" }, "Index": { "Kind": "paper" } }"""), "settings.json");

        var (status, _, errors) = await H2Ask("status", "--settings", settings);

        Assert.Equal(1, status);
        Assert.Contains("Index:Kind must be", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_of_settings_that_is_no_JSON_is_named()
    {
        var settings = Path.Combine(_corpus.With("settings.json", "Index"), "settings.json");

        var (status, _, errors) = await H2Ask("status", "--settings", settings);

        Assert.Equal(1, status);
        Assert.Contains(settings, errors, StringComparison.Ordinal);
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
    public async Task Ask_names_the_LLM_that_is_missing()
    {
        await H2Ask("index", _corpus.With("政策.txt", "加氢站管理办法\n加氢站由城市管理部门负责监督。"));

        var (status, output, errors) = await H2Ask("ask", "加氢站由谁负责监督", "--mode", "llm");

        Assert.Equal(1, status);
        Assert.Empty(output);
        Assert.Contains("Llm:Endpoint", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Key_prints_a_new_key_once_and_its_hash_in_the_settings()
    {
        var (status, output, _) = await ChildProcess.RunAsync("dotnet", Program, "key", "--name", "上传", "--write", "--number", "2");
        var (_, other, _) = await ChildProcess.RunAsync("dotnet", Program, "key", "--name", "上传");

        Assert.Equal(0, status);
        var key = output.Split('\n')[0];
        Assert.NotEqual(key, other.Split('\n')[0]);
        Assert.Matches("^h2a_[A-Za-z0-9_-]{43}$", key);
        Assert.Equal(output.IndexOf(key, StringComparison.Ordinal), output.LastIndexOf(key, StringComparison.Ordinal));
        Assert.Contains("Access__Keys__2__Name='上传'\n", output, StringComparison.Ordinal);
        Assert.Contains($"Access__Keys__2__Hash={SecretKey.HashOf(key)}\nAccess__Keys__2__Write=true\n", output, StringComparison.Ordinal);
        Assert.DoesNotContain("__Write", other, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_writer_is_told_who_writes()
    {
        await H2Ask("index", _corpus.With("a.txt", "加氢站管理办法。"));
        await using var writing = await new IndexFolder(_index.Path).LockAsync(CancellationToken.None);

        var (status, _, errors) = await H2Ask("index", _corpus.With("b.txt", "氢能规划。"));

        Assert.Equal(1, status);
        Assert.Matches($"Another process writes the index in .+ \\(the last to begin was process {Environment.ProcessId} on .+\\)\\. Wait until it has ended, then try again\\.", errors);
    }

    [Theory]
    [InlineData("index", "--forse")]
    [InlineData("inspect", "--pasages")]
    [InlineData("status", "--modell")]
    public async Task A_mistyped_option_is_no_path(string command, string option)
    {
        _corpus.With("a.txt", "氢能规划\n支持加氢站建设。");

        var (status, _, errors) = await ChildProcess.RunAsync("dotnet", Program, command, _corpus.Path, option);

        Assert.NotEqual(0, status);
        Assert.Contains($"There is no option {option}", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Search_shows_passages_and_status_shows_counts()
    {
        _corpus.With("a.txt", "氢能规划\n[link]支持加氢站[/]建设。");
        await H2Ask("index", _corpus.Path);

        Assert.Contains("[link]支持加氢站[/]建设。", (await H2Ask("search", "加氢站")).Output, StringComparison.Ordinal);
        Assert.Contains("documents    1", (await H2Ask("status")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Status_says_whether_the_index_is_up_to_date()
    {
        _corpus.With("a.txt", "氢能规划\n支持加氢站建设。");
        await H2Ask("index", _corpus.Path);

        Assert.Contains("up to date   yes", (await H2Ask("status", _corpus.Path)).Output, StringComparison.Ordinal);
        _corpus.With("a.txt", "氢能规划\n支持储能建设。");
        Assert.Contains("up to date   no", (await H2Ask("status", _corpus.Path)).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verify_names_the_file_that_is_damaged()
    {
        _corpus.With("a.txt", "氢能规划\n支持加氢站建设。");
        await H2Ask("index", _corpus.Path);
        Assert.StartsWith("The index is whole", (await H2Ask("verify")).Output, StringComparison.Ordinal);

        var damaged = Directory.GetFiles(_index.Path, "texts.bin", SearchOption.AllDirectories).Single();
        var bytes = File.ReadAllBytes(damaged);
        bytes[bytes.Length / 2] ^= 1;
        File.WriteAllBytes(damaged, bytes);
        var (status, _, errors) = await H2Ask("verify");

        Assert.Equal(1, status);
        Assert.Contains(damaged, errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Watch_indexes_what_changes_and_ends_cleanly()
    {
        _corpus.With("a.txt", "氢能规划\n支持加氢站建设。");
        using var watch = ChildProcess.Start("dotnet", Program, "watch", _corpus.Path, "--index", _index.Path);
        try
        {
            Assert.StartsWith("Indexed 1 documents", await ReadLine(watch), StringComparison.Ordinal);
            _corpus.With("b.txt", "补贴办法\n最高五百万元。");
            Assert.StartsWith("Indexed 2 documents", await ReadLine(watch), StringComparison.Ordinal);

            // It ends as with Ctrl+C, whose signal whoever starts the tests in the background has switched off.
            await ChildProcess.RunAsync("kill", "-TERM", watch.Id.ToString(CultureInfo.InvariantCulture));
            Assert.Equal("Stopped watching.", await ReadLine(watch));
            await watch.WaitForExitAsync();
            Assert.Equal(0, watch.ExitCode);
        }
        finally
        {
            if (!watch.HasExited) watch.Kill();
        }
    }

    [Fact]
    public async Task Inspect_shows_what_is_made_of_a_file()
    {
        _corpus.With("办法.txt", "甲市加氢站管理办法（试行）\n第一章 总则\n第一条 为规范加氢站管理，制定本办法。\n第二章 附则\n第二条 本办法自2024年1月1日起施行，有效期3年。\n");

        var (status, documents, _) = await ChildProcess.RunAsync("dotnet", Program, "inspect", _corpus.Path);
        var (_, tree, _) = await ChildProcess.RunAsync("dotnet", Program, "inspect", _corpus.Path, "--document", "加氢站", "--passages");
        var (missing, _, errors) = await ChildProcess.RunAsync("dotnet", Program, "inspect", _corpus.Path, "--document", "没有");

        Assert.Equal(0, status);
        Assert.Contains("甲市加氢站管理办法（试行）", documents, StringComparison.Ordinal);
        Assert.Contains("办法 · 试行", documents, StringComparison.Ordinal);
        Assert.Contains("until 2026-12-31", documents, StringComparison.Ordinal);
        Assert.Contains("第二章 附则", tree, StringComparison.Ordinal);
        Assert.Contains("本办法自2024年1月1日起施行", tree, StringComparison.Ordinal);
        Assert.Equal(1, missing);
        Assert.Contains("Leave --document out", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_cannot_be_read_is_named_and_ends_nothing()
    {
        _corpus.With("a.txt", "氢能规划\n支持加氢站建设。");
        File.WriteAllBytes(Path.Combine(_corpus.Path, "b.docx"), [1, 2, 3]);

        var (status, output, errors) = await H2Ask("index", _corpus.Path);

        Assert.Equal(0, status);
        Assert.StartsWith("Indexed 1 documents", output, StringComparison.Ordinal);
        Assert.Contains("skipped b.docx", errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("There is no index", "ask", "加氢站")]
    [InlineData("There is no index", "verify")]
    [InlineData("There is no model folder", "index", "seeds", "--model", "no-such-model")]
    [InlineData("There is no file or folder", "index", "no-such-folder")]
    [InlineData("There is no file or folder", "watch", "no-such-folder")]
    [InlineData("at most half of --max-passage", "index", "seeds", "--min-passage", "400")]
    [InlineData("--max-passage must be a number from 50", "index", "seeds", "--max-passage", "10")]
    [InlineData("QUESTION is empty", "ask", " ")]
    [InlineData("'magic'", "ask", "加氢站", "--mode", "magic")]
    [InlineData("'7'", "ask", "加氢站", "--mode", "7")]
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

    private static async Task<string?> ReadLine(Process process)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        return await process.StandardOutput.ReadLineAsync(patience.Token);
    }

    private Task<(int Status, string Output, string Errors)> H2Ask(params string[] arguments) =>
        ChildProcess.RunAsync("dotnet", [Program, .. arguments, "--index", _index.Path]);
}
