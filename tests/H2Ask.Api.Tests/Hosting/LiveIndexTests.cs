using System.Net;
using System.Net.Http.Json;
using H2Ask.Api.Hosting;
using H2Ask.Core.Index;
using H2Ask.Tests;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace H2Ask.Api.Tests.Hosting;

public sealed class LiveIndexTests : IDisposable
{
    private readonly TemporaryFolder _corpus = new();
    private readonly TemporaryFolder _index = new();
    private readonly WebApplicationFactory<Program> _service;
    private readonly HttpClient _client;

    public LiveIndexTests()
    {
        // Two that search without a pause are a flood on a fast machine.
        _service = new WebApplicationFactory<Program>().WithWebHostBuilder(host => host
            .UseSetting("Index:Path", _index.Path).UseSetting("Embedding:Model", "none").UseSetting("Limits:Burst", "1000000").UseSetting("Limits:PerSecond", "1000000"));
        _client = _service.CreateClient();
    }

    [Fact]
    public async Task Without_an_index_the_service_lives_and_says_what_to_do()
    {
        Assert.Equal(HttpStatusCode.OK, (await _client.GetAsync("/health/live")).StatusCode);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await _client.GetAsync("/health/ready")).StatusCode);

        using var response = await _client.PostAsJsonAsync("/api/ask", new { question = "加氢站" });

        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.Contains("./run", (await ApiFixture.Json(response)).GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_index_is_taken_up_while_the_service_runs_and_a_damaged_one_is_not()
    {
        IndexMaking.Run([_corpus.With("a.txt", "加氢站管理办法。")], _index.Path);
        await WaitForDocuments(1);

        IndexMaking.Run([_corpus.With("b.txt", "光伏发电规划。")], _index.Path);
        await WaitForDocuments(2);

        File.WriteAllText(Path.Combine(_index.Path, "current"), "damage?");
        await _service.Services.GetRequiredService<LiveIndex>().LookAsync(CancellationToken.None);
        using var response = await _client.PostAsJsonAsync("/api/search", new { query = "光伏" });
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        IndexMaking.Run([_corpus.With("c.txt", "储能意见。")], _index.Path, new IndexingOptions { Force = true });
        await WaitForDocuments(3);
    }

    [Fact]
    public async Task Searches_while_the_index_is_replaced_again_and_again_see_one_state_each()
    {
        const int Swaps = 50;
        var live = _service.Services.GetRequiredService<LiveIndex>();
        await ReplaceAsync(0);
        using var over = new CancellationTokenSource();
        var searches = Enumerable.Range(0, 2).Select(_ => Task.Run(async () =>
        {
            do
            {
                using var response = await _client.PostAsJsonAsync("/api/search", new { query = "加氢站补贴" });
                Assert.Equal(HttpStatusCode.OK, response.StatusCode);
                var texts = (await ApiFixture.Json(response)).GetProperty("hits").EnumerateArray().Select(hit => hit.GetProperty("text").GetString()!).ToList();
                Assert.Equal(2, texts.Count);
                Assert.Single(texts.Select(text => text[text.IndexOf("补贴", StringComparison.Ordinal)..].Trim()).Distinct());
            }
            while (!over.IsCancellationRequested);
        })).ToList();

        for (var state = 1; state <= Swaps; state++) await ReplaceAsync(state);
        await over.CancelAsync();
        await Task.WhenAll(searches);

        async Task ReplaceAsync(int state)
        {
            foreach (var place in (string[])["甲市", "乙市"]) _corpus.With($"{place}.txt", $"{place}通知\n加氢站补贴{state}元。");
            IndexMaking.Run([_corpus.Path], _index.Path);
            await live.LookAsync(CancellationToken.None);
        }
    }

    [Fact]
    public async Task A_model_that_is_not_there_stops_the_start_and_is_named()
    {
        var program = Path.Combine(AppContext.BaseDirectory, "H2Ask.Api.dll");

        var (status, _, errors) = await ChildProcess.RunAsync("dotnet", program, "--urls", "http://127.0.0.1:0", "--Embedding:Model", _corpus.Path);

        Assert.Equal(1, status);
        Assert.Contains(_corpus.Path, errors, StringComparison.Ordinal);
        Assert.Contains("Embedding:Model", errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", errors, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        _client.Dispose();
        _service.Dispose();
        _corpus.Dispose();
        _index.Dispose();
    }

    private async Task WaitForDocuments(int count)
    {
        for (var attempt = 0; attempt < 300; attempt++)
        {
            using var response = await _client.GetAsync("/api/documents");
            if (response.StatusCode == HttpStatusCode.OK && (await ApiFixture.Json(response)).GetProperty("total").GetInt32() == count) return;
            await Task.Delay(100);
        }

        Assert.Fail($"The index of {count} documents was not taken up.");
    }
}
