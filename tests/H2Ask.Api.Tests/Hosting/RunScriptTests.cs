using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.RegularExpressions;
using H2Ask.Tests;

namespace H2Ask.Api.Tests.Hosting;

/// <summary>./run as a newcomer types it, on what is built already.</summary>
public sealed partial class RunScriptTests : IDisposable
{
#if DEBUG
    private const string Configuration = "Debug";
#else
    private const string Configuration = "Release";
#endif

    private readonly TemporaryFolder _data = new();

    public RunScriptTests() => Environment.SetEnvironmentVariable("H2ASK_CONFIGURATION", Configuration);

    [Fact]
    public async Task It_indexes_serves_and_prints_its_address()
    {
        // What a service was sent before is not lost.
        Directory.CreateDirectory(Path.Combine(_data.Path, "index-documents"));
        _data.With(Path.Combine("index-documents", "sent.txt"), "甲市加氢站通知\n甲市支持加氢站建设。");
        using var run = ChildProcess.Start("bash", "run", "--no-build", "--port", "0", "--data", _data.Path);
        try
        {
            var address = await ReadAddress(run);
            using var client = new HttpClient { BaseAddress = new Uri(address) };
            Assert.Equal(1, (await ApiFixture.Json(await client.GetAsync("/api/documents?file=sent.txt"))).GetProperty("total").GetInt32());

            var answer = await ApiFixture.Json(await client.PostAsJsonAsync("/api/ask", new { question = "南京市加氢站安全管理由哪些部门负责？" }));
            Assert.True(answer.GetProperty("answered").GetBoolean());
            Assert.Contains("<html", await client.GetStringAsync("/"), StringComparison.Ordinal);

            var port = new Uri(address).Port.ToString(CultureInfo.InvariantCulture);
            var (status, _, complaint) = await ChildProcess.RunAsync("bash", "run", "--no-build", "--port", port, "--data", _data.Path);
            Assert.Equal(1, status);
            Assert.Contains("choose another port", complaint, StringComparison.Ordinal);
        }
        finally
        {
            run.Kill(entireProcessTree: true);
            await run.WaitForExitAsync();
        }
    }

    [Theory]
    [InlineData("--port must be", "--port", "many")]
    [InlineData("--port must be", "--port", "65536")]
    [InlineData("needs a value", "--port")]
    [InlineData("there is no option --fast", "--fast")]
    [InlineData("/nowhere to answer from", "--corpus", "nowhere")]
    [InlineData("no key is set", "--address", "192.0.2.1")]
    [InlineData("The address can't be served", "--address", "192.0.2.1", "--open")]
    [InlineData("nowhere", "--model", "nowhere")]
    [InlineData("There is no file", "--settings", "nowhere.json")]
    public async Task A_wrong_option_is_explained(string sentence, params string[] options)
    {
        var (status, _, errors) = await ChildProcess.RunAsync("bash", ["run", "--no-build", "--data", _data.Path, .. options]);

        Assert.Equal(1, status);
        Assert.Contains(sentence, errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_tool_is_named_with_where_to_get_it()
    {
        using var tools = new TemporaryFolder();
        File.CreateSymbolicLink(Path.Combine(tools.Path, "dirname"), "/usr/bin/dirname");

        var (status, _, errors) = await ChildProcess.RunAsync("/usr/bin/env", $"PATH={tools.Path}", "/bin/bash", "run");

        Assert.Equal(1, status);
        Assert.Contains(".NET 10 SDK is missing", errors, StringComparison.Ordinal);
    }

    public void Dispose() => _data.Dispose();

    private static async Task<string> ReadAddress(Process run)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (await run.StandardOutput.ReadLineAsync(patience.Token) is { } line)
        {
            if (Address().Match(line) is { Success: true } match) return match.Groups[1].Value;
        }

        throw new InvalidOperationException("./run ended without serving: " + await run.StandardError.ReadToEndAsync());
    }

    [GeneratedRegex(@"listening on: (http://\S+)")]
    private static partial Regex Address();
}
