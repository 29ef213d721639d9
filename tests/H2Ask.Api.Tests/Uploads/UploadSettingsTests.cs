using System.Net;
using System.Net.Http.Headers;
using H2Ask.Core.Access;
using H2Ask.Core.Index;
using H2Ask.Tests;
using Microsoft.AspNetCore.Mvc.Testing;

namespace H2Ask.Api.Tests.Uploads;

public sealed class UploadSettingsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly string _key = SecretKey.Create();

    private string Index => Path.Combine(_folder.Path, "index");

    private string Waiting => Path.Combine(BesideIndex.Documents(Index), ".waiting");

    [Fact]
    public async Task Without_a_corpus_the_service_says_why_it_takes_no_documents()
    {
        await using var service = Service();
        using var client = Client(service);

        using var response = await client.PutAsync("/api/documents/a.txt", ServiceProcess.Text("通知"));

        Assert.Equal(HttpStatusCode.Conflict, response.StatusCode);
        Assert.Contains("Documents:Corpus", (await ApiFixture.Json(response)).GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Empty(Directory.GetDirectories(_folder.Path));
    }

    [Fact]
    public async Task A_service_without_a_model_takes_no_documents_into_an_index_that_has_vectors()
    {
        using var embedder = ModelEmbedder.Choose(null);
        IndexMaking.Run([Corpus()], Index, new IndexingOptions { Embedder = embedder });
        await using var service = Service(("Documents:Corpus:0", Corpus()));
        using var client = Client(service);

        using var response = await client.PutAsync("/api/documents/b.txt", ServiceProcess.Text("乙市通知\n支持氢能。"));

        Assert.Equal(HttpStatusCode.Conflict, response.StatusCode);
        Assert.Contains("Embedding:Model", (await ApiFixture.Json(response)).GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_full_folder_takes_no_more()
    {
        await using var service = Service(("Documents:Corpus:0", Corpus()), ("Documents:LargestUpload", "1000"), ("Documents:LargestFolder", "1000"));
        using var client = Client(service);

        using var first = await client.PutAsync("/api/documents/b.txt", ServiceProcess.Text("乙市通知\n" + new string('氢', 200)));
        using var second = await client.PutAsync("/api/documents/c.txt", ServiceProcess.Text("乙市通知\n" + new string('氢', 200)));

        Assert.Equal(HttpStatusCode.Accepted, first.StatusCode);
        Assert.Equal(HttpStatusCode.InsufficientStorage, second.StatusCode);
        Assert.Contains("Documents:LargestFolder", (await ApiFixture.Json(second)).GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_the_disk_takes_nothing_it_is_said_so()
    {
        await using var service = Service(("Documents:Corpus:0", Corpus()));
        using var client = Client(service);
        var uploads = BesideIndex.Documents(Index);
        await File.WriteAllTextAsync(Path.Combine(uploads, "c.txt"), "丙市通知\n支持氢能。");
        Directory.Delete(Path.Combine(uploads, ".incoming"));
        await File.WriteAllTextAsync(Path.Combine(uploads, ".incoming"), "No folder can be made here.");

        using var put = await client.PutAsync("/api/documents/b.txt", ServiceProcess.Text("乙市通知\n支持氢能。"));
        using var delete = await client.DeleteAsync("/api/documents/c.txt");

        Assert.Equal((HttpStatusCode.InsufficientStorage, HttpStatusCode.InsufficientStorage), (put.StatusCode, delete.StatusCode));
    }

    [Theory]
    [InlineData(2, "done")]
    [InlineData(3, "failed")]
    public async Task A_file_that_ended_the_service_three_times_while_it_was_read_is_given_up(int tries, string state)
    {
        IndexMaking.Run([Corpus()], Index);
        var entry = Directory.CreateDirectory(Path.Combine(Waiting, "00000000000000000000000000000001")).FullName;
        await File.WriteAllTextAsync(Path.Combine(entry, "b.txt"), "乙市通知\n支持氢能。");
        await File.WriteAllTextAsync(Path.Combine(entry, "tries"), new string('.', tries));
        await using var service = Service(("Documents:Corpus:0", Corpus()));
        using var client = Client(service);

        string? said = null;
        for (var attempt = 0; said is not ("done" or "failed") && attempt < 1200; attempt++)
        {
            await Task.Delay(50);
            using var response = await client.GetAsync("/api/indexing/00000000000000000000000000000001");
            said = (await ApiFixture.Json(response)).GetProperty("state").GetString();
        }

        Assert.Equal(state, said);
        Assert.Equal(state == "done", File.Exists(Path.Combine(BesideIndex.Documents(Index), "b.txt")));
        Assert.Empty(Directory.GetDirectories(Waiting));
    }

    [Theory]
    [InlineData("Documents:Corpus:0", "/no/such/folder")]
    [InlineData("Documents:LargestUpload", "0")]
    [InlineData("Documents:LargestFolder", "10")]
    [InlineData("Documents:MostWaiting", "0")]
    [InlineData("Documents:LongestText", "-1")]
    [InlineData("Feedback:LargestFile", "-1")]
    public async Task A_wrong_setting_stops_the_start_and_is_named(string setting, string value)
    {
        var (status, _, errors) = await ChildProcess.RunAsync("dotnet", Path.Combine(AppContext.BaseDirectory, "H2Ask.Api.dll"), "--urls", "http://127.0.0.1:0", "--" + setting, value);

        Assert.Equal(1, status);
        Assert.Contains(setting.TrimEnd(':', '0'), errors, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private string Corpus()
    {
        var corpus = Directory.CreateDirectory(Path.Combine(_folder.Path, "corpus")).FullName;
        File.WriteAllText(Path.Combine(corpus, "a.txt"), "甲市通知\n支持加氢站建设。");
        return corpus;
    }

    private WebApplicationFactory<Program> Service(params (string Name, string Value)[] settings) => new WebApplicationFactory<Program>().WithWebHostBuilder(host =>
    {
        (string Name, string Value)[] all =
        [
            ("Index:Path", Index), ("Embedding:Model", "none"), ("Access:Keys:0:Name", "writer"), ("Access:Keys:0:Hash", SecretKey.HashOf(_key)), ("Access:Keys:0:Write", "true"), .. settings,
        ];
        foreach (var (name, value) in all) host.UseSetting(name, value);
    });

    private HttpClient Client(WebApplicationFactory<Program> service)
    {
        var client = service.CreateClient();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", _key);
        return client;
    }
}
