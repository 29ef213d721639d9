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
}
