using System.Net;
using System.Net.Http.Json;
using H2Ask.Api.Asking;
using H2Ask.Api.Documents;
using H2Ask.Api.Hosting;
using H2Ask.Core.Index;
using H2Ask.Tests;
using Microsoft.AspNetCore.Builder;

namespace H2Ask.Api.Tests;

/// <summary>The service as a process starts it, on a free port, with the settings of a test over one short document.</summary>
internal sealed class RunningService : IAsyncDisposable
{
    public const string Question = "加氢站最高补贴多少？";

    private readonly TemporaryFolder _index;

    private RunningService(WebApplication app, TemporaryFolder index) => (App, _index) = (app, index);

    public WebApplication App { get; }

    public Uri Address => new(App.Urls.First());

    public HttpClient Client { get; private set; } = null!;

    /// <summary>Starts it; what a test maps stands beside the endpoints.</summary>
    public static async Task<RunningService> StartAsync(Action<WebApplication>? map = null, params string[] settings)
    {
        var index = new TemporaryFolder();
        using (var corpus = new TemporaryFolder()) IndexMaking.Run([corpus.With("a.txt", "南京市加氢站补贴办法\n第一条 加氢站建设补贴最高不超过500万元。")], index.Path);
        var app = ServiceStart.BuildOrExplain(
            ["--urls", "http://127.0.0.1:0", "--Index:Path", index.Path, "--Embedding:Model", ModelEmbedder.None, "--Logging:LogLevel:Default", "None", .. settings])
            ?? throw new InvalidOperationException("The settings of the test are wrong.");
        app.UseH2Ask();
        app.MapAsking();
        app.MapDocuments();
        app.MapHealth();
        map?.Invoke(app);
        var service = new RunningService(app, index);
        await app.StartAsync();
        service.Client = new HttpClient { BaseAddress = service.Address };
        return service;
    }

    public Task<HttpResponseMessage> AskAsync() => Client.PostAsJsonAsync("/api/ask", new { question = Question });

    /// <summary>The status of a GET with headers, each as "name: value".</summary>
    public async Task<HttpStatusCode> StatusAsync(string path, params string[] headers)
    {
        using var response = await GetAsync(path, headers);
        return response.StatusCode;
    }

    public async Task<HttpResponseMessage> GetAsync(string path, params string[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        foreach (var header in headers) request.Headers.TryAddWithoutValidation(header[..header.IndexOf(':')], header[(header.IndexOf(':') + 1)..].Trim());
        return await Client.SendAsync(request);
    }

    public async ValueTask DisposeAsync()
    {
        Client?.Dispose();
        await App.DisposeAsync();
        _index.Dispose();
    }
}
