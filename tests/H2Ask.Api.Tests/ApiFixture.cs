using System.Text.Json;
using H2Ask.Core.Index;
using H2Ask.Tests;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;

namespace H2Ask.Api.Tests;

/// <summary>The service over the corpus that ships, with its index in a folder of its own.</summary>
public sealed class ApiFixture : WebApplicationFactory<Program>
{
    private readonly TemporaryFolder _index = new();

    public ApiFixture()
    {
        // The model that the service will take.
        using var embedder = ModelEmbedder.Choose(null);
        IndexMaking.Run([Repository.Seeds], _index.Path, new IndexingOptions { Embedder = embedder });
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder) => builder.UseSetting("Index:Path", _index.Path);

    public static async Task<JsonElement> Json(HttpResponseMessage response) =>
        JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing) _index.Dispose();
    }
}
