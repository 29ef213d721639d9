using System.Net.Http.Json;
using System.Text.Json;
using H2Ask.Api.Hosting;
using H2Ask.Core.Answering;
using H2Ask.Core.Index;
using H2Ask.Tests;
using Microsoft.AspNetCore.Mvc.Testing;

namespace H2Ask.Qdrant.Tests;

[Collection(QdrantServerCollection.Name)]
public sealed class SeedsTests(QdrantServerFixture server)
{
    private const int Questions = 60;

    /// <summary>How many answers may differ on a server that compares vectors only nearly.</summary>
    private const int MayDiffer = 3;

    [Fact]
    public async Task Questions_about_the_corpus_that_ships_are_answered_as_by_the_embedded_index()
    {
        await using var place = await ServerIndex.MakeAsync(server);
        using var folder = new TemporaryFolder();
        using var model = ModelEmbedder.Choose(null);
        IndexMaking.Run([Repository.Seeds], folder.Path, new IndexingOptions { Embedder = model });
        using var store = place.Store(options => options.BatchPoints = 128);
        await Core.Index.Indexer.RunAsync([Repository.Seeds], store, new IndexingOptions { Embedder = model });
        using var embedded = new IndexFolder(folder.Path).Open(model);
        using var index = await place.OpenAsync(model);

        var different = new List<string>();
        foreach (var question in QuestionsOf(embedded))
        {
            var expected = await ExtractiveAnswerer.AnswerAsync(embedded, question, [], SearchFilters.None, 6);
            var given = await ExtractiveAnswerer.AnswerAsync(index, question, [], SearchFilters.None, 6);
            if (Shown(expected) != Shown(given)) different.Add(question);
        }

        Assert.True(different.Count <= (server.IsStandIn ? 0 : MayDiffer), $"{different.Count} answers differ:\n{string.Join('\n', different)}");
        await AssertServedAsync(place);
    }

    /// <summary>The service answers from the same index.</summary>
    private static async Task AssertServedAsync(ServerIndex place)
    {
        var options = place.Options();
        await using var service = new WebApplicationFactory<LiveIndex>().WithWebHostBuilder(host =>
        {
            host.UseSetting("Index:Kind", "qdrant");
            host.UseSetting("Qdrant:Url", options.Url);
            host.UseSetting("Qdrant:ApiKey", options.ApiKey);
            host.UseSetting("Qdrant:Collection", options.Collection);
            host.UseSetting("Qdrant:Retries", "0");
        });
        using var client = service.CreateClient();
        using var response = await client.PostAsJsonAsync("/api/ask", new { question = "加氢站的建设由哪些部门审批？" });
        var answer = await response.Content.ReadFromJsonAsync<JsonElement>();
        Assert.True(answer.GetProperty("citations").GetArrayLength() > 0);

        place.Proxy.Before = (context, _) =>
        {
            context.Abort();
            return Task.FromResult(true);
        };
        using var refused = await client.PostAsJsonAsync("/api/ask", new { question = "加氢站的补贴标准是多少？" });
        Assert.Equal(System.Net.HttpStatusCode.ServiceUnavailable, refused.StatusCode);
        Assert.DoesNotContain(options.Url, await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        place.Proxy.Before = null;
    }

    /// <summary>Of passages here and there: what their documents are called, and the beginning of what they say.</summary>
    private static IEnumerable<string> QuestionsOf(EmbeddedIndex index)
    {
        for (var i = 0; i < Questions; i++)
        {
            var passage = index.Passages[i * index.Passages.Count / Questions];
            var words = passage.SearchText.ReplaceLineEndings(" ");
            var title = index.DocumentOf(i * index.Passages.Count / Questions).Document.Title;
            yield return (i % 3) switch
            {
                0 => $"{title}有什么规定？",
                1 => $"{words[..Math.Min(words.Length, 18)]}是什么？",
                _ => $"{title}中{words[..Math.Min(words.Length, 12)]}多少？",
            };
        }
    }

    private static string Shown(Answer answer) =>
        $"{answer.Answered} {answer.Confidence:0.00} {answer.Text}\n{string.Join('\n', answer.Citations.Select(citation => $"{citation.Source.Document.Document.File} {citation.Start} {citation.End} {citation.Quote}"))}\n{string.Join(' ', answer.Hits.Select(hit => hit.Passage.Id))}";
}
