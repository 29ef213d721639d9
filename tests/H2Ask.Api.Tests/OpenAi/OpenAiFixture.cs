using System.Text.Json;
using H2Ask.Api.Tests.Asking;
using H2Ask.Core.Index;
using H2Ask.Tests;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.Logging;

namespace H2Ask.Api.Tests.OpenAi;

/// <summary>The service behind a real port, over two documents, with the model that ships and a scripted LLM; and OpenAI's JavaScript client.</summary>
public sealed class OpenAiFixture : IAsyncLifetime, IDisposable
{
    public const string Question = "南京市加氢站建设补贴最高多少？";

    private static readonly string Client = Path.Combine(Repository.Root, "tests", "H2Ask.Api.Tests", "OpenAi", "Client");

    private readonly TemporaryFolder _documents = new();
    private readonly TemporaryFolder _index = new();
    private WebApplicationFactory<Program> _service = null!;

    public Uri Address { get; private set; } = null!;

    public HttpClient Http { get; private set; } = null!;

    internal ScriptedLlm Llm { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        await NpmPackages.InstallAsync(Client);
        _documents.With("a.txt", LlmFixture.Nanjing);
        _documents.With("b.txt", LlmFixture.Suzhou);
        using (var embedder = ModelEmbedder.Choose(null)) IndexMaking.Run([_documents.Path], _index.Path, new IndexingOptions { Embedder = embedder });
        Llm = await ScriptedLlm.StartAsync();
        _service = new WebApplicationFactory<Program>().WithWebHostBuilder(host => host
            .UseSetting("Urls", "http://127.0.0.1:0")
            .UseSetting("Index:Path", _index.Path)
            .UseSetting("Llm:Endpoint", Llm.Endpoint)
            .UseSetting("Llm:Model", "test")
            .ConfigureLogging(logs => logs.ClearProviders()));
        _service.UseKestrel();
        _service.StartServer();
        Address = _service.ClientOptions.BaseAddress;
        Http = new HttpClient { BaseAddress = Address };
    }

    /// <summary>Has the JavaScript client do something; what it tells of it.</summary>
    public async Task<JsonElement> RunAsync(string what, string? argument = null)
    {
        var (status, output, errors) = await ChildProcess.RunAsync("node", [Path.Combine(Client, "client.mjs"), Address.ToString(), what, .. argument is null ? Array.Empty<string>() : [argument]]);
        Assert.True(status == 0, errors);
        return JsonDocument.Parse(output).RootElement;
    }

    public async Task DisposeAsync()
    {
        Http.Dispose();
        await _service.DisposeAsync();
        await Llm.DisposeAsync();
    }

    public void Dispose()
    {
        _documents.Dispose();
        _index.Dispose();
    }
}
