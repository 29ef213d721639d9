using System.Net.Http.Json;
using System.Text;
using H2Ask.Api.Tests.Access;
using H2Ask.Api.Tests.Asking;
using H2Ask.Core.Access;
using H2Ask.Core.Index;
using H2Ask.Tests;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.Logging;

namespace H2Ask.Api.Tests.Telemetry;

public sealed class LogTests : IDisposable
{
    private const string Secret = "绝密提问";

    private readonly TemporaryFolder _index = new();
    private readonly RecordedLogs _logs = new();

    [Fact]
    public async Task No_question_and_no_key_is_logged_however_much_is()
    {
        using var service = Service("false");
        using var client = service.CreateClient();
        foreach (var key in (string[])[Keys.Reader, "h2a_unknown-key"])
        {
            client.DefaultRequestHeaders.Authorization = new("Bearer", key);
            foreach (var stream in (bool[])[true, false]) await client.PostAsJsonAsync("/api/ask", new { question = $"{Secret}加氢站", stream });
            await client.PostAsJsonAsync("/api/ask", new { question = $"{Secret}{new string('长', 3000)}" });
            await client.PostAsJsonAsync("/api/ask", new { question = "加氢站", history = new[] { new { role = "user", content = Secret } } });
            await client.PostAsJsonAsync("/api/search", new { query = $"{Secret}加氢站" });
            await client.GetAsync($"/api/documents?q={Secret}");
            await client.GetAsync($"/api/documents/{Secret}");
            await client.GetAsync($"/api/documents?limit={Secret}");
            await client.PostAsync("/api/ask", new StringContent($"{{\"question\": \"{Secret}\", ", Encoding.UTF8, "application/json"));
            await client.PostAsync("/api/ask", new StringContent(Secret, Encoding.UTF8, "text/plain"));
        }

        var logged = Uri.UnescapeDataString(_logs.Text);
        Assert.Contains("/api/ask", logged, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, logged, StringComparison.Ordinal);
        Assert.DoesNotContain(Keys.Reader, logged, StringComparison.Ordinal);
        Assert.DoesNotContain("unknown-key", logged, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Questions_are_logged_where_the_settings_want_it()
    {
        using var service = Service("true");
        using var client = service.CreateClient();
        client.DefaultRequestHeaders.Add("X-Api-Key", Keys.Reader);
        client.DefaultRequestHeaders.Add("X-Request-Id", "this-one");

        await client.PostAsJsonAsync("/api/ask", new { question = $"{Secret}加氢站" });

        Assert.Contains($"Request this-one asks: {Secret}加氢站", _logs.Text, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        _index.Dispose();
        _logs.Dispose();
    }

    private WebApplicationFactory<Program> Service(string questions)
    {
        using var corpus = new TemporaryFolder();
        IndexMaking.Run([corpus.With("a.txt", "加氢站管理办法\n加氢站由城市管理部门负责监督。")], _index.Path);
        return new WebApplicationFactory<Program>().WithWebHostBuilder(host => host
            .UseSetting("Index:Path", _index.Path)
            .UseSetting("Embedding:Model", ModelEmbedder.None)
            .UseSetting("Logging:LogLevel:Default", "Trace")
            .UseSetting("Logging:LogLevel:Microsoft.AspNetCore", "Trace")
            .UseSetting("Logging:Questions", questions)
            .UseSetting("Access:Keys:0:Name", "reader")
            .UseSetting("Access:Keys:0:Hash", SecretKey.HashOf(Keys.Reader))
            .ConfigureLogging(logs => logs.ClearProviders().AddProvider(_logs)));
    }
}
