using System.Collections.Concurrent;
using System.Net;
using H2Ask.Core.Index;
using H2Ask.Tests;

namespace H2Ask.Api.Tests.Uploads;

/// <summary>The service is killed at any moment while documents are uploaded; what it accepted is indexed by the next one.</summary>
public sealed class UploadCrashTests : IDisposable
{
    private const int Kills = 8;

    private readonly TemporaryFolder _folder = new();
    private readonly string _corpus;
    private readonly string _index;

    public UploadCrashTests()
    {
        _corpus = Directory.CreateDirectory(Path.Combine(_folder.Path, "corpus")).FullName;
        _index = Path.Combine(_folder.Path, "index");
        File.WriteAllText(Path.Combine(_corpus, "甲市.txt"), "甲市加氢站管理办法\n甲市加氢站由城市管理部门负责监督。");
        IndexMaking.Run([_corpus], _index);
    }

    [Fact]
    public async Task Killed_at_any_moment_it_loses_no_upload_that_it_accepted_and_no_index()
    {
        var accepted = new ConcurrentDictionary<string, string>();
        var random = new Random(1);
        for (var kill = 0; kill < Kills; kill++)
        {
            await using var service = await ServiceProcess.StartAsync(_index, _corpus);
            // What was accepted before is known here, until it is over.
            foreach (var id in accepted.Keys) Assert.NotEqual("failed", await StateAsync(service, id));
            using var over = new CancellationTokenSource();
            var before = accepted.Count;
            var uploading = UploadAsync(service, kill, accepted, over.Token);
            while (accepted.Count == before && !uploading.IsCompleted) await Task.Delay(1);
            await Task.Delay(random.Next(400));
            await service.KillAsync();
            await over.CancelAsync();
            await uploading;
            new IndexFolder(_index).Verify();
        }

        await using var last = await ServiceProcess.StartAsync(_index, _corpus);
        foreach (var change in (await last.GetAsync("/api/indexing")).GetProperty("changes").EnumerateArray()) await last.OverAsync($"/api/indexing/{change.GetProperty("id").GetString()}");
        Assert.InRange(accepted.Count, Kills, int.MaxValue);
        foreach (var name in accepted.Values) Assert.Single(await last.TitlesAsync(name));
        Assert.Empty(Directory.GetDirectories(Path.Combine(BesideIndex.Documents(_index), ".waiting")));
        Assert.Empty(Directory.GetDirectories(Path.Combine(BesideIndex.Documents(_index), ".incoming")));
        Assert.False(IndexMaking.Run([_corpus, BesideIndex.Documents(_index)], _index).Changed);
    }

    [Fact]
    public async Task A_second_service_takes_no_documents_until_the_first_has_ended()
    {
        var first = await ServiceProcess.StartAsync(_index, _corpus);
        await using var second = await ServiceProcess.StartAsync(_index, _corpus);
        using (var refused = await second.Client.PutAsync("/api/documents/乙市.txt", ServiceProcess.Text("乙市通知\n支持氢能。")))
        {
            Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
        }

        await first.DisposeAsync();
        for (var attempt = 0; attempt < 100; attempt++)
        {
            using var response = await second.Client.PutAsync("/api/documents/乙市.txt", ServiceProcess.Text("乙市通知\n支持氢能。"));
            if (response.StatusCode == HttpStatusCode.Accepted) return;
            await Task.Delay(100);
        }

        Assert.Fail("It never took documents.");
    }

    public void Dispose() => _folder.Dispose();

    private static async Task UploadAsync(ServiceProcess service, int round, ConcurrentDictionary<string, string> accepted, CancellationToken over)
    {
        try
        {
            for (var number = 0; !over.IsCancellationRequested; number++)
            {
                var name = $"第{round}轮第{number}号.txt";
                using var response = await service.Client.PutAsync($"/api/documents/{name}", ServiceProcess.Text($"第{round}轮第{number}号通知\n加氢站补贴{number}元。"), over);
                if (response.StatusCode != HttpStatusCode.Accepted) continue;
                accepted[(await ApiFixture.Json(response)).GetProperty("id").GetString()!] = name;
                await Task.Delay(30, over);
            }
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException or OperationCanceledException)
        {
            // Killed.
        }
    }

    private static async Task<string?> StateAsync(ServiceProcess service, string id)
    {
        using var response = await service.Client.GetAsync($"/api/indexing/{id}");
        return response.StatusCode == HttpStatusCode.OK ? (await ApiFixture.Json(response)).GetProperty("state").GetString() : null;
    }
}
