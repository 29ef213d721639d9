using System.Text;
using H2Ask.Core.Index;

namespace H2Ask.Qdrant.Tests;

[Collection(QdrantServerCollection.Name)]
public sealed class WritingRightTests(QdrantServerFixture server)
{
    [Fact]
    public async Task One_writes_at_a_time_and_the_other_is_told_who_does()
    {
        await using var place = await ServerIndex.MakeAsync(server);
        place.Corpus.WriteUsual();
        await using (await place.Store().LockAsync(CancellationToken.None))
        {
            var fault = await Assert.ThrowsAsync<IndexBusyException>(() => place.RunAsync());
            Assert.Contains($"process {Environment.ProcessId} on {Environment.MachineName}", fault.Message, StringComparison.Ordinal);
        }

        Assert.True((await place.RunAsync()).Changed);
    }

    [Fact]
    public async Task Of_many_at_once_at_most_one_gets_the_right()
    {
        await using var place = await ServerIndex.MakeAsync(server);
        var taken = await Task.WhenAll(Enumerable.Range(0, 8).Select(async _ =>
        {
            try
            {
                return await place.Store().LockAsync(CancellationToken.None);
            }
            catch (IndexException)
            {
                return null;
            }
        }));

        Assert.InRange(taken.Count(right => right is not null), 0, 1);
        foreach (var right in taken.OfType<IAsyncDisposable>()) await right.DisposeAsync();
        await (await place.Store().LockAsync(CancellationToken.None)).DisposeAsync();
    }

    [Fact]
    public async Task The_right_of_one_that_is_heard_of_no_more_ends()
    {
        await using var place = await ServerIndex.MakeAsync(server);
        place.Corpus.WriteUsual();
        var silent = await place.Store(options => (options.LeaseSeconds, options.Retries) = (3, 0)).LockAsync(CancellationToken.None);
        place.Proxy.Before = (context, _) =>
        {
            context.Abort();
            return Task.FromResult(true);
        };
        await silent.DisposeAsync();
        place.Proxy.Before = null;

        await Assert.ThrowsAsync<IndexBusyException>(() => place.RunAsync());
        await Task.Delay(TimeSpan.FromSeconds(4.5));
        Assert.True((await place.RunAsync()).Changed);
    }

    [Fact]
    public async Task A_right_that_has_ended_does_not_come_back()
    {
        await using var place = await ServerIndex.MakeAsync(server);
        place.Corpus.WriteUsual();
        await using var silent = await place.Store(options => (options.LeaseSeconds, options.Retries) = (3, 0)).LockAsync(CancellationToken.None);
        place.Proxy.Before = (context, _) =>
        {
            context.Abort();
            return Task.FromResult(true);
        };
        await Task.Delay(TimeSpan.FromSeconds(4.5));
        place.Proxy.Before = null;
        // It is heard of again.
        await Task.Delay(TimeSpan.FromSeconds(1.5));

        Assert.True((await place.RunAsync()).Changed);
    }

    [Fact]
    public async Task One_that_has_lost_the_right_before_it_sends_anything_leaves_the_next_ones_index_as_it_is()
    {
        await using var place = await ServerIndex.MakeAsync(server);
        place.Corpus.WriteUsual();
        await place.RunAsync(new LetterEmbedder());
        place.Corpus.With("d.txt", SmallDocuments.Water);
        var (hasRead, isTaken) = (false, false);
        place.Proxy.Before = async (_, request) =>
        {
            if (!hasRead || isTaken)
            {
                // The last that is read before anything is sent.
                hasRead |= Encoding.UTF8.GetString(request.Body).Contains("\"has_vector\":\"sentences\"", StringComparison.Ordinal);
                return false;
            }

            isTaken = true;
            await place.ForgetWritersAsync();
            File.Delete(Path.Combine(place.Corpus.Path, "d.txt"));
            place.Corpus.With("b.txt", SmallDocuments.Solar.Replace("备案", "核准", StringComparison.Ordinal));
            await place.RunAsync(new LetterEmbedder());
            return false;
        };

        await Assert.ThrowsAsync<IndexException>(() => place.RunAsync(new LetterEmbedder()));

        Assert.True(isTaken);
        await place.Store().VerifyAsync(CancellationToken.None);
        Assert.Contains("核准", string.Concat(await place.TextsAsync()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("丁市", true)]
    [InlineData("戊市", false)]
    public async Task What_comes_late_of_one_that_has_lost_the_right_is_seen_by_no_search_and_gone_after_the_next_run(string late, bool isStray)
    {
        await using var place = await ServerIndex.MakeAsync(server);
        await place.Direct.CheckVersionAsync(CancellationToken.None);
        // Older servers replace whatever is sent again.
        if (!place.Direct.Spares) return;
        place.Corpus.WriteUsual();
        await place.RunAsync();
        place.Corpus.With("d.txt", SmallDocuments.Water);
        place.Corpus.With("e.txt", "戊市供水办法\n第一条 用水单位应当按月缴纳水费。\n第二条 供水企业应当公布水价。");
        // The other one has only the second of these documents: what comes late of that is in use already, and stays as it is.
        await RunHeldAsync(
            place,
            request => request.Uploaded(Stored.PointTypes.Passage).Any() && Encoding.UTF8.GetString(request.Body).Contains(late, StringComparison.Ordinal),
            () => File.Delete(Path.Combine(place.Corpus.Path, "d.txt")));

        Assert.Equal(isStray, await MarkedAsync(place) > 0);
        await place.Store().VerifyAsync(CancellationToken.None);
        var found = await FoundAsync(place, "用水单位安装计量设施");
        Assert.Contains("戊市", found, StringComparison.Ordinal);
        Assert.DoesNotContain("丁市", found, StringComparison.Ordinal);
        place.Corpus.With("f.txt", SmallDocuments.Water.Replace('丁', '己'));
        await place.RunAsync();
        Assert.Equal(0, await MarkedAsync(place));
        Assert.Equal(5, (await place.TextsAsync()).Count);
        await place.Store().VerifyAsync(CancellationToken.None);
    }

    [Fact]
    public async Task What_another_has_ended_does_not_come_back_by_what_comes_late_of_one_that_has_lost_the_right()
    {
        await using var place = await ServerIndex.MakeAsync(server);
        place.Corpus.WriteUsual();
        await place.RunAsync();
        place.Corpus.With("b.txt", SmallDocuments.Solar.Replace("备案", "核准", StringComparison.Ordinal));
        await RunHeldAsync(
            place,
            request => request.Path.EndsWith("/points/payload", StringComparison.Ordinal) && Encoding.UTF8.GetString(request.Body).Contains("\"has_id\"", StringComparison.Ordinal),
            () => place.Corpus.With("b.txt", SmallDocuments.Solar.Replace("备案", "登记", StringComparison.Ordinal)));

        await place.Store().VerifyAsync(CancellationToken.None);
        var found = await FoundAsync(place, "屋顶光伏备案");
        Assert.Contains("登记", found, StringComparison.Ordinal);
        Assert.DoesNotContain("备案", found, StringComparison.Ordinal);
        place.Corpus.With("d.txt", SmallDocuments.Water);
        await place.RunAsync();
        await place.Store().VerifyAsync(CancellationToken.None);
        Assert.Equal(4, (await place.TextsAsync()).Count);
    }

    [Fact]
    public async Task One_that_has_lost_the_right_puts_nothing_in_use_and_takes_nothing_back()
    {
        await using var place = await ServerIndex.MakeAsync(server);
        place.Corpus.WriteUsual();
        await place.RunAsync();
        place.Corpus.With("d.txt", SmallDocuments.Water);
        var isTaken = false;
        place.Proxy.Before = async (_, request) =>
        {
            if (isTaken || request.Uploaded(Stored.PointTypes.Passage).FirstOrDefault() is null) return false;
            isTaken = true;
            await place.ForgetWritersAsync();
            // Another one writes meanwhile, and ends.
            await place.RunAsync();
            return false;
        };

        await Assert.ThrowsAsync<IndexException>(() => place.RunAsync());

        Assert.True(isTaken);
        Assert.Equal(4, (await place.TextsAsync()).Count);
    }

    /// <summary>Runs a writer one of whose requests comes to the server only after another, of other documents, has ended; nothing more is heard of it.</summary>
    private static async Task RunHeldAsync(ServerIndex place, Func<ProxiedRequest, bool> isHeld, Action change)
    {
        var (isTaken, isOver) = (false, false);
        place.Proxy.Before = async (context, request) =>
        {
            if (isOver) context.Abort();
            if (isOver || isTaken || !isHeld(request)) return isOver;
            isTaken = true;
            await place.ForgetWritersAsync();
            change();
            // The grace is longer than the test, as where searches go on: what is gone is still there.
            using var stop = new CancellationTokenSource();
            place.Proxy.After = (_, other) =>
            {
                if (other.IsSwitch) stop.CancelAfter(TimeSpan.FromSeconds(1));
                return false;
            };
            Assert.True((await place.RunAsync(change: options => options.GraceSeconds = 600, cancelled: stop.Token)).Changed);
            place.Proxy.After = null;
            isOver = true;
            return false;
        };

        await Assert.ThrowsAsync<IndexException>(() => place.RunAsync(change: options => (options.BatchPoints, options.Parallel, options.Retries) = (1, 1, 0)));

        Assert.True(isOver);
        place.Proxy.Before = null;
        await place.ForgetWritersAsync();
    }

    private static async Task<long> MarkedAsync(ServerIndex place) =>
        await place.Direct.Collection(Assert.Single(await place.CollectionsAsync())).CountAsync(Stored.Lifetime.Marked, CancellationToken.None);

    /// <summary>The texts of the documents of what a search finds, and of what it finds.</summary>
    private static async Task<string> FoundAsync(ServerIndex place, string question)
    {
        using var index = await place.OpenAsync();
        var found = await index.SearchWordsAsync(question, SearchFilters.None, 50, CancellationToken.None);
        var numbers = found.Select(passage => passage.Passage).ToArray();
        var titles = numbers.Select(number => index.DocumentOf(number).Document.Title);
        return string.Concat([.. titles, .. (await index.ReadPassagesAsync(numbers, CancellationToken.None)).Select(passage => passage.Text)]);
    }
}
