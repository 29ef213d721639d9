using System.Text.Json;
using H2Ask.Core.Index;
using H2Ask.Qdrant.Stored;
using H2Ask.Qdrant.Wire;

namespace H2Ask.Qdrant.Tests;

[Collection(QdrantServerCollection.Name)]
public sealed class GenerationTests(QdrantServerFixture server)
{
    [Fact]
    public async Task Who_reads_sees_the_generation_before_until_the_next_is_whole()
    {
        await using var place = await ServerIndex.MakeAsync(server);
        place.Corpus.WriteUsual();
        var embedder = new LetterEmbedder();
        await place.RunAsync(embedder);
        using var before = await place.OpenAsync(embedder);
        var expected = await before.SearchAsync("加氢站 用水单位", SearchFilters.None, 30, CancellationToken.None);
        var seen = new List<(int Documents, FoundPassages Found, string? Generation)>();
        var isLooking = false;
        place.Proxy.Before = async (_, request) =>
        {
            if (isLooking || !(request.IsWrite || request.IsSwitch)) return false;
            isLooking = true;
            using var opened = await place.OpenAsync(embedder);
            seen.Add((opened.Documents.Count, await opened.SearchAsync("加氢站 用水单位", SearchFilters.None, 30, CancellationToken.None), opened.Generation));
            isLooking = false;
            // What comes behind the switch is another matter.
            if (request.IsSwitch) place.Proxy.Before = null;
            return false;
        };

        File.Delete(Path.Combine(place.Corpus.Path, "b.txt"));
        place.Corpus.With("d.txt", SmallDocuments.Water);
        place.Corpus.With("e.txt", SmallDocuments.Water.Replace('丁', '戊'));
        await place.RunAsync(embedder);

        Assert.True(seen.Count > 5);
        Assert.All(seen, look =>
        {
            Assert.Equal((3, before.Generation), (look.Documents, look.Generation));
            Assert.Equal(expected.ByWords, look.Found.ByWords);
            Assert.Equal(expected.Numbers, look.Found.Numbers);
        });
        using var after = await place.OpenAsync(embedder);
        Assert.Equal(4, after.Documents.Count);
        Assert.NotEqual(before.Generation, after.Generation);
    }

    [Fact]
    public async Task A_search_that_began_with_the_generation_before_ends_with_it()
    {
        await using var place = await ServerIndex.MakeAsync(server);
        place.Corpus.WriteUsual();
        await place.RunAsync();
        using var before = await place.OpenAsync();
        var texts = await Texts(before);
        using var stop = new CancellationTokenSource();
        place.Proxy.After = (_, request) =>
        {
            // In the time that searches are given; then the run need not go on.
            if (request.IsSwitch) stop.CancelAfter(TimeSpan.FromSeconds(1));
            return false;
        };

        File.Delete(Path.Combine(place.Corpus.Path, "b.txt"));
        Assert.True((await place.RunAsync(change: options => options.GraceSeconds = 600, cancelled: stop.Token)).Changed);

        Assert.Equal(texts, await Texts(before));
        Assert.Equal(2, (await place.TextsAsync()).Count);
        await place.ForgetWritersAsync();
        place.Corpus.With("d.txt", SmallDocuments.Water);
        await place.RunAsync();
        Assert.Equal(3, (await place.TextsAsync()).Count);

        static async Task<string[]> Texts(QdrantIndex index)
        {
            var passages = await index.ReadPassagesAsync(Enumerable.Range(0, index.Manifest.Passages).ToArray(), CancellationToken.None);
            return [.. passages.Select(passage => passage.Text)];
        }
    }

    [Theory]
    [InlineData("the same collection")]
    [InlineData("a new collection")]
    public async Task A_run_that_ends_at_any_request_leaves_the_last_good_index_and_the_next_run_cleans_up(string target)
    {
        await using var place = await ServerIndex.MakeAsync(server);
        place.Corpus.WriteUsual();
        await place.RunAsync(new LetterEmbedder());
        var texts = await place.TextsAsync();
        place.Corpus.With("b.txt", SmallDocuments.Solar.Replace("备案", "核准", StringComparison.Ordinal));
        place.Corpus.With("d.txt", SmallDocuments.Water);
        var embedder = target == "a new collection" ? new LetterEmbedder("two") : new LetterEmbedder();

        var isDone = false;
        for (var last = 0; !isDone; last++)
        {
            var (requests, isSwitched) = (0, false);
            place.Proxy.Before = (context, request) =>
            {
                if (requests > last || ((request.IsWrite || request.IsSwitch) && requests++ == last)) context.Abort();
                return Task.FromResult(requests > last);
            };
            place.Proxy.After = (_, request) =>
            {
                isSwitched |= request.IsSwitch;
                return false;
            };
            try
            {
                await place.RunAsync(embedder, options => options.Retries = 0);
                isDone = requests <= last;
            }
            catch (IndexException)
            {
                // What it was cut off for; what is left is looked at.
            }

            place.Proxy.Before = null;
            await place.ForgetWritersAsync();
            Assert.Equal(isSwitched ? 4 : 3, (await place.TextsAsync()).Count);
            if (!isSwitched) Assert.Equal(texts, await place.TextsAsync());
            await place.Store().VerifyAsync(CancellationToken.None);
            if (isSwitched) break;
        }

        // The next run deletes what was left: as many points are there as in an index that was never disturbed.
        place.Corpus.With("e.txt", SmallDocuments.Water.Replace('丁', '戊'));
        await place.RunAsync(embedder);
        await using var undisturbed = await ServerIndex.MakeAsync(server);
        foreach (var file in Directory.GetFiles(place.Corpus.Path)) File.Copy(file, Path.Combine(undisturbed.Corpus.Path, Path.GetFileName(file)));
        await undisturbed.RunAsync(embedder);
        Assert.Single(await place.CollectionsAsync());
        Assert.Equal(await undisturbed.PointsAsync(), await place.PointsAsync());
        Assert.Equal(await undisturbed.TextsAsync(), await place.TextsAsync());
    }

    [Fact]
    public async Task A_run_that_ends_between_the_taking_in_of_its_points_and_the_switch_leaves_the_generation_before()
    {
        await using var place = await ServerIndex.MakeAsync(server);
        place.Corpus.WriteUsual();
        await place.RunAsync();
        using var before = await place.OpenAsync();
        var expected = await before.SearchWordsAsync("屋顶光伏备案", SearchFilters.None, 30, CancellationToken.None);
        place.Corpus.With("b.txt", SmallDocuments.Solar.Replace("备案", "核准", StringComparison.Ordinal));
        place.Corpus.With("d.txt", SmallDocuments.Water);
        var isEnded = false;
        place.Proxy.Before = (context, request) =>
        {
            isEnded |= request.IsSwitch;
            if (isEnded) context.Abort();
            return Task.FromResult(isEnded);
        };

        await Assert.ThrowsAsync<IndexException>(() => place.RunAsync(change: options => options.Retries = 0));

        place.Proxy.Before = null;
        await place.ForgetWritersAsync();
        var collection = place.Direct.Collection(Assert.Single(await place.CollectionsAsync()));
        Assert.NotEqual(0, await collection.CountAsync(Filter.All(Lifetime.OnlyAfter(1)), CancellationToken.None));
        Assert.Equal(0, await collection.CountAsync(Lifetime.Marked, CancellationToken.None));
        await place.Store().VerifyAsync(CancellationToken.None);
        using var after = await place.OpenAsync();
        Assert.Equal(before.Generation, after.Generation);
        Assert.Equal(expected, await after.SearchWordsAsync("屋顶光伏备案", SearchFilters.None, 30, CancellationToken.None));
        File.Delete(Path.Combine(place.Corpus.Path, "d.txt"));
        await place.RunAsync();
        await place.Store().VerifyAsync(CancellationToken.None);
        Assert.Equal(3, (await place.TextsAsync()).Count);
    }

    [Fact]
    public async Task A_switch_whose_answer_is_lost_counts_as_done()
    {
        await using var place = await ServerIndex.MakeAsync(server);
        place.Corpus.WriteUsual();
        await place.RunAsync();
        var isLost = false;
        place.Proxy.After = (context, request) =>
        {
            if (!request.IsSwitch || isLost) return false;
            isLost = true;
            context.Abort();
            return true;
        };

        place.Corpus.With("d.txt", SmallDocuments.Water);
        Assert.True((await place.RunAsync()).Changed);

        Assert.True(isLost);
        Assert.Equal(4, (await place.TextsAsync()).Count);
    }

    [Theory]
    [InlineData(0, 3)]
    [InlineData(1, 4)]
    [InlineData(2, 4)]
    [InlineData(3, 4)]
    [InlineData(4, 4)]
    public async Task A_server_that_ends_amid_the_change_of_names_has_a_generation_in_use(int changed, int documents)
    {
        await using var place = await ServerIndex.MakeAsync(server);
        place.Corpus.WriteUsual();
        await place.RunAsync();
        place.Proxy.Before = async (context, request) =>
        {
            if (!request.IsSwitch) return false;
            var change = JsonSerializer.Deserialize(request.Body, QdrantJson.Shapes.AliasChange)!;
            await place.Direct.ChangeAliasesAsync([.. change.Actions.Take(changed)], CancellationToken.None);
            context.Abort();
            return true;
        };
        place.Corpus.With("d.txt", SmallDocuments.Water);

        if (changed == 0) await Assert.ThrowsAsync<IndexException>(() => place.RunAsync(change: options => options.Retries = 0));
        else Assert.True((await place.RunAsync(change: options => options.Retries = 0)).Changed);

        place.Proxy.Before = null;
        Assert.Equal(documents, (await place.TextsAsync()).Count);
        place.Corpus.With("e.txt", SmallDocuments.Water.Replace('丁', '戊'));
        await place.RunAsync();
        Assert.Equal(5, (await place.TextsAsync()).Count);
        var collection = Assert.Single(await place.CollectionsAsync());
        Assert.Equal(2, (await place.Direct.AliasesAsync(CancellationToken.None)).Count(alias => alias.CollectionName == collection));
    }

    [Fact]
    public async Task Two_indexes_of_like_names_do_not_disturb_each_other()
    {
        await using var place = await ServerIndex.MakeAsync(server);
        place.Corpus.WriteUsual();
        await place.RunAsync(change: options => options.Collection += "-data");
        await place.RunAsync();
        place.Corpus.With("d.txt", SmallDocuments.Water);
        await place.RunAsync();

        using var other = await place.Store(options => options.Collection += "-data").OpenAsync(embedder: null, CancellationToken.None);

        Assert.Equal(3, other.Documents.Count);
    }
}
