using System.Text;
using H2Ask.Core.Index;
using H2Ask.Qdrant.Stored;
using H2Ask.Qdrant.Wire;
using Microsoft.AspNetCore.Http;

namespace H2Ask.Qdrant.Tests;

[Collection(QdrantServerCollection.Name)]
public sealed class ReindexingTests(QdrantServerFixture server)
{
    [Fact]
    public async Task Only_what_is_new_is_sent_and_what_is_gone_is_deleted()
    {
        await using var place = await ServerIndex.MakeAsync(server);
        place.Corpus.WriteUsual();
        var embedder = new LetterEmbedder();
        var before = (await place.RunAsync(embedder)).Manifest;
        var collection = await place.CollectionsAsync();
        embedder.Texts.Clear();
        place.Proxy.Forget();

        place.Corpus.With("b.txt", SmallDocuments.Solar.Replace("备案", "核准", StringComparison.Ordinal));
        var result = await place.RunAsync(embedder);

        Assert.Equal(result.Embedded, place.Proxy.Uploaded(PointTypes.Passage));
        Assert.InRange(result.Embedded, 1, before.Passages - 2);
        Assert.Equal(1, place.Proxy.Uploaded(PointTypes.Document));
        Assert.DoesNotContain(embedder.Texts, text => text.Contains("加氢站", StringComparison.Ordinal));
        Assert.Equal(collection, await place.CollectionsAsync());
        Assert.Contains("核准", string.Concat(await place.TextsAsync()), StringComparison.Ordinal);
        Assert.DoesNotContain("备案", string.Concat(await place.TextsAsync()), StringComparison.Ordinal);
        var manifest = await place.Store().VerifyAsync(CancellationToken.None);
        await using var anew = await ServerIndex.MakeAsync(server);
        anew.Corpus.With("a.txt", SmallDocuments.Hydrogen);
        anew.Corpus.With("b.txt", SmallDocuments.Solar.Replace("备案", "核准", StringComparison.Ordinal));
        anew.Corpus.With("c.txt", SmallDocuments.Storage);
        Assert.Equal((await anew.RunAsync(embedder)).Manifest.Files, manifest.Files);
        Assert.Equal(await anew.PointsAsync(), await place.PointsAsync());
    }

    [Fact]
    public async Task A_server_that_knows_no_update_filter_is_sent_none_and_has_the_same_index()
    {
        await using var place = await ServerIndex.MakeAsync(server);
        place.Proxy.Before = async (context, request) =>
        {
            if (request.Path != "/") return false;
            await context.Response.WriteAsJsonAsync(new { title = "qdrant - vector search engine", version = "1.15.5" });
            return true;
        };
        var filtered = false;
        place.Proxy.After = (_, request) =>
        {
            filtered |= Encoding.UTF8.GetString(request.Body).Contains("update_filter", StringComparison.Ordinal);
            return false;
        };
        place.Corpus.WriteUsual();
        await place.RunAsync();

        place.Corpus.With("b.txt", SmallDocuments.Solar.Replace("备案", "核准", StringComparison.Ordinal));
        await place.RunAsync();

        Assert.False(filtered);
        Assert.Contains("核准", string.Concat(await place.TextsAsync()), StringComparison.Ordinal);
        Assert.DoesNotContain("备案", string.Concat(await place.TextsAsync()), StringComparison.Ordinal);
        await place.Store().VerifyAsync(CancellationToken.None);
    }

    [Fact]
    public async Task What_only_moves_within_its_file_is_not_sent_again()
    {
        await using var place = await ServerIndex.MakeAsync(server);
        place.Corpus.WriteUsual();
        await place.RunAsync();
        var passages = await PassagesAsync(place);
        place.Proxy.Forget();

        place.Corpus.With("a.txt", "\n\n\n" + SmallDocuments.Hydrogen);
        await place.RunAsync();

        Assert.Equal(0, place.Proxy.Uploaded(PointTypes.Passage));
        Assert.All((await PassagesAsync(place)).Zip(passages), pair => Assert.Equal(pair.Second.Text, pair.First.Text));
        Assert.NotEqual(passages[0].Start, (await PassagesAsync(place))[0].Start);
    }

    [Fact]
    public async Task A_passage_whose_surroundings_change_takes_its_vectors_over()
    {
        await using var place = await ServerIndex.MakeAsync(server);
        place.Corpus.WriteUsual();
        var embedder = new LetterEmbedder();
        await place.RunAsync(embedder);
        using var before = await place.OpenAsync(embedder);
        var found = await before.SearchAsync("电网企业收购电量", SearchFilters.None, 20, CancellationToken.None);
        embedder.Texts.Clear();
        place.Proxy.Forget();

        // Under another name the documents are others; their texts are not.
        File.Move(Path.Combine(place.Corpus.Path, "a.txt"), Path.Combine(place.Corpus.Path, "z.txt"));
        var result = await place.RunAsync(embedder);

        Assert.Empty(embedder.Texts);
        Assert.Equal(0, result.Embedded);
        Assert.InRange(place.Proxy.Uploaded(PointTypes.Passage), 1, result.Manifest.Passages - 1);
        using var index = await place.OpenAsync(embedder);
        var again = await index.SearchAsync("电网企业收购电量", SearchFilters.None, 20, CancellationToken.None);
        foreach (var (one, other) in found.Whole.Order().Zip(again.Whole.Order())) Assert.Equal(one, other, 1e-5f);
        foreach (var (one, other) in found.Sentence.Order().Zip(again.Sentence.Order())) Assert.Equal(one, other, 1e-5f);
    }

    [Fact]
    public async Task An_index_that_is_up_to_date_is_left_alone()
    {
        await using var place = await ServerIndex.MakeAsync(server);
        place.Corpus.WriteUsual();
        await place.RunAsync();
        place.Proxy.Forget();

        Assert.False((await place.RunAsync()).Changed);
        Assert.DoesNotContain(place.Proxy.Requests, request => request.IsWrite || request.IsSwitch);
    }

    [Theory]
    [InlineData("another model")]
    [InlineData("another graph")]
    public async Task What_the_collection_cannot_take_goes_into_a_new_one_and_the_old_is_deleted(string change)
    {
        await using var place = await ServerIndex.MakeAsync(server);
        place.Corpus.WriteUsual();
        await place.RunAsync(new LetterEmbedder());
        var before = await place.CollectionsAsync();

        place.Corpus.With("d.txt", SmallDocuments.Water);
        await place.RunAsync(change == "another model" ? new LetterEmbedder("two", 32) : new LetterEmbedder(), options => options.HnswM = change == "another graph" ? 32 : options.HnswM);

        var after = Assert.Single(await place.CollectionsAsync());
        Assert.NotEqual(Assert.Single(before), after);
        Assert.Equal(4, (await place.TextsAsync()).Count);
        await place.Store().VerifyAsync(CancellationToken.None);
    }

    [Theory]
    [InlineData("a passage is gone")]
    [InlineData("a passage was changed")]
    [InlineData("a document is gone")]
    public async Task Damage_is_found_and_mended_by_indexing_again(string damage)
    {
        await using var place = await ServerIndex.MakeAsync(server);
        place.Corpus.WriteUsual();
        await place.RunAsync(new LetterEmbedder());
        var collection = place.Direct.Collection(Assert.Single(await place.CollectionsAsync()));
        var type = damage == "a document is gone" ? PointTypes.Document : PointTypes.Passage;
        var points = new List<Guid>();
        await foreach (var point in collection.ScrollAsync(Lifetime.At(1, type), fields: null, CancellationToken.None)) points.Add(point.Id);
        if (damage == "a passage was changed") await Damage.ChangeAsync(server, collection.Name, points[0]);
        else await collection.DeleteAsync(new PointDeletion { Points = [points[0]] }, CancellationToken.None);

        var fault = await Assert.ThrowsAsync<IndexException>(async () => await place.Store().VerifyAsync(CancellationToken.None));
        Assert.Contains("Index again with --force", fault.Message, StringComparison.Ordinal);
        await Core.Index.Indexer.RunAsync([place.Corpus.Path], place.Store(), new IndexingOptions { Embedder = new LetterEmbedder(), Force = true });

        await place.Store().VerifyAsync(CancellationToken.None);
        Assert.Equal(3, (await place.TextsAsync()).Count);
    }

    [Fact]
    public async Task Where_the_index_in_use_cannot_be_read_for_a_while_it_is_not_made_anew()
    {
        await using var place = await ServerIndex.MakeAsync(server);
        place.Corpus.WriteUsual();
        await place.RunAsync(new LetterEmbedder());
        var collection = Assert.Single(await place.CollectionsAsync());
        place.Corpus.With("d.txt", SmallDocuments.Water);
        place.Proxy.Before = (context, request) =>
        {
            if (!request.Path.EndsWith($"{collection}/points/scroll", StringComparison.Ordinal)) return Task.FromResult(false);
            context.Response.StatusCode = 503;
            return Task.FromResult(true);
        };
        var embedder = new LetterEmbedder();

        var fault = await Assert.ThrowsAsync<IndexException>(() => place.RunAsync(embedder, options => options.Retries = 1));

        Assert.Contains("status 503", fault.Message, StringComparison.Ordinal);
        Assert.Empty(embedder.Texts);
        Assert.Equal([collection], await place.CollectionsAsync());
    }

    private static async Task<Core.Corpus.Passage[]> PassagesAsync(ServerIndex place)
    {
        using var index = await place.OpenAsync();
        return await index.ReadPassagesAsync(Enumerable.Range(0, index.Manifest.Passages).ToArray(), CancellationToken.None);
    }
}
