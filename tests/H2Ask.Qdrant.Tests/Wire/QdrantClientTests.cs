using System.Diagnostics;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using H2Ask.Core.Index;
using H2Ask.Tests;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace H2Ask.Qdrant.Tests.Wire;

[Collection(QdrantServerCollection.Name)]
public sealed class QdrantClientTests(QdrantServerFixture server)
{
    private const string Key = "not-to-be-seen-0123456789";

    [Theory]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(503)]
    [InlineData(0)]
    public async Task What_fails_now_and_then_is_tried_again_and_nothing_is_lost(int status)
    {
        await using var place = await ServerIndex.MakeAsync(server);
        place.Corpus.WriteUsual();
        var count = 0;
        place.Proxy.Before = (context, _) => Task.FromResult(Interlocked.Increment(ref count) % 3 == 0 && Refuse(context, status));

        await place.RunAsync(new LetterEmbedder(), options => options.Retries = 20);

        place.Proxy.Before = null;
        Assert.Equal(3, (await place.TextsAsync()).Count);
        await place.Store().VerifyAsync(CancellationToken.None);
    }

    [Theory]
    [InlineData(429, "status 429")]
    [InlineData(500, "status 500")]
    [InlineData(0, "broke the connection off")]
    [InlineData(401, "Qdrant:ApiKey")]
    [InlineData(404, "index again")]
    [InlineData(413, "Qdrant:BatchPoints")]
    public async Task What_fails_for_good_is_said_and_the_index_of_before_stays(int status, string said)
    {
        await using var place = await ServerIndex.MakeAsync(server);
        place.Corpus.WriteUsual();
        await place.RunAsync();
        place.Corpus.With("d.txt", SmallDocuments.Water);
        place.Proxy.Before = (context, request) => Task.FromResult(request.Uploaded(Stored.PointTypes.Passage).Any() && Refuse(context, status));

        var fault = await Assert.ThrowsAsync<IndexException>(() => place.RunAsync(change: options => (options.ApiKey, options.Retries) = (Key, 1)));

        place.Proxy.Before = null;
        Assert.Contains(said, fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Key, fault.ToString(), StringComparison.Ordinal);
        Assert.Equal(3, (await place.TextsAsync()).Count);
        Assert.True((await place.RunAsync()).Changed);
    }

    [Fact]
    public async Task A_server_that_says_when_is_left_alone_until_then()
    {
        await using var place = await ServerIndex.MakeAsync(server);
        var isAsked = false;
        place.Proxy.Before = (context, _) =>
        {
            if (isAsked) return Task.FromResult(false);
            isAsked = true;
            context.Response.Headers.RetryAfter = "1";
            return Task.FromResult(Refuse(context, 429));
        };
        var began = Stopwatch.StartNew();

        Assert.Null(await place.Store().CurrentGenerationAsync(CancellationToken.None));

        Assert.True(began.Elapsed >= TimeSpan.FromSeconds(0.9));
    }

    [Fact]
    public async Task A_server_that_does_not_answer_in_time_is_said_to_be_slow()
    {
        await using var place = await ServerIndex.MakeAsync(server);
        place.Proxy.Before = async (context, _) =>
        {
            await Task.Delay(TimeSpan.FromSeconds(30), context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
            return true;
        };

        var fault = await Assert.ThrowsAsync<IndexException>(async () =>
            await place.Store(options => (options.TimeoutSeconds, options.Retries) = (1, 1)).OpenAsync(embedder: null, CancellationToken.None));

        Assert.Contains("Qdrant:TimeoutSeconds", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_search_that_is_cancelled_ends_at_once()
    {
        await using var place = await ServerIndex.MakeAsync(server);
        place.Corpus.WriteUsual();
        await place.RunAsync();
        using var index = await place.OpenAsync();
        using var cancelled = new CancellationTokenSource();
        place.Proxy.Before = async (context, _) =>
        {
            await cancelled.CancelAsync();
            await Task.Delay(TimeSpan.FromSeconds(30), context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
            return true;
        };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await index.SearchWordsAsync("加氢站", SearchFilters.None, 5, cancelled.Token));
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_named_with_the_setting()
    {
        using var store = new QdrantStore(new QdrantOptions { Url = "http://127.0.0.1:1", Retries = 1, RetryMilliseconds = 1 });

        var fault = await Assert.ThrowsAsync<IndexException>(async () => await store.OpenAsync(embedder: null, CancellationToken.None));

        Assert.Contains("http://127.0.0.1:1", fault.Message, StringComparison.Ordinal);
        Assert.Contains("Qdrant:Url", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1.14.1", "1.15 or later")]
    [InlineData("1.9.0-dev", "1.15 or later")]
    [InlineData("of yesterday", "does not say its version")]
    public async Task A_server_that_is_too_old_is_told_apart(string version, string said)
    {
        await using var place = await ServerIndex.MakeAsync(server);
        place.Proxy.Before = async (context, request) =>
        {
            if (request.Path != "/") return false;
            await context.Response.WriteAsJsonAsync(new { title = "qdrant", version });
            return true;
        };

        Assert.Contains(said, (await Assert.ThrowsAsync<IndexException>(async () => await place.Store().LockAsync(CancellationToken.None))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_no_qdrant_server_is_said_to_be_none()
    {
        await using var place = await ServerIndex.MakeAsync(server);
        place.Proxy.Before = async (context, _) =>
        {
            await context.Response.WriteAsync("<html>");
            return true;
        };

        Assert.Contains("not one of Qdrant's", (await Assert.ThrowsAsync<IndexException>(async () => await place.Store().LockAsync(CancellationToken.None))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Vectors_of_other_dimensions_than_the_models_are_not_sent()
    {
        await using var place = await ServerIndex.MakeAsync(server);
        place.Corpus.WriteUsual();
        await place.RunAsync(new LetterEmbedder());

        var fault = await Assert.ThrowsAsync<IndexException>(() => place.RunAsync(new LetterEmbedder("two") { TrueDimensions = 8 }));

        Assert.Contains("8 dimensions, not 64", fault.Message, StringComparison.Ordinal);
        Assert.Equal(3, (await place.TextsAsync()).Count);
        Assert.Single(await place.CollectionsAsync());
    }

    [Fact]
    public async Task An_index_of_another_model_is_not_opened()
    {
        await using var place = await ServerIndex.MakeAsync(server);
        place.Corpus.WriteUsual();
        await place.RunAsync(new LetterEmbedder());

        Assert.Contains("Index again", (await Assert.ThrowsAsync<IndexException>(() => place.OpenAsync(new LetterEmbedder("two")))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_collection_that_was_deleted_is_missed_and_made_anew()
    {
        await using var place = await ServerIndex.MakeAsync(server);
        place.Corpus.WriteUsual();
        await place.RunAsync();
        using var index = await place.OpenAsync();
        await place.Direct.DeleteAsync(Assert.Single(await place.CollectionsAsync()), CancellationToken.None);

        Assert.Contains("index again", (await Assert.ThrowsAsync<IndexException>(async () => await index.SearchWordsAsync("加氢站", SearchFilters.None, 5, CancellationToken.None))).Message, StringComparison.Ordinal);
        Assert.Contains("There is no index", (await Assert.ThrowsAsync<IndexException>(() => place.OpenAsync())).Message, StringComparison.Ordinal);
        Assert.True((await place.RunAsync()).Changed);
        Assert.Equal(3, (await place.TextsAsync()).Count);
    }

    [Fact]
    public async Task The_key_goes_with_every_request()
    {
        await using var place = await ServerIndex.MakeAsync(server);
        await place.Store(options => options.ApiKey = Key).CurrentGenerationAsync(CancellationToken.None);

        Assert.All(place.Proxy.Requests, request => Assert.Equal(Key, request.Key));
    }

    [Fact]
    public async Task A_certificate_counts_where_its_authority_is_named()
    {
        using var folder = new TemporaryFolder();
        using var key = ECDsa.Create();
        var request = new CertificateRequest("CN=h2ask test", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        folder.With("authority.pem", certificate.ExportCertificatePem());
        await using var proxy = await ServerProxy.StartAsync(server, listen => listen.UseHttps(certificate));
        var options = new QdrantOptions { Url = proxy.Url, Collection = "h2ask-test-tls", Retries = 0 };

        using (var store = new QdrantStore(options))
        {
            Assert.Contains("can't be trusted", (await Assert.ThrowsAsync<IndexException>(async () => await store.CurrentGenerationAsync(CancellationToken.None))).Message, StringComparison.Ordinal);
        }

        options.CertificateAuthority = Path.Combine(folder.Path, "authority.pem");
        using var trusting = new QdrantStore(options);
        Assert.Null(await trusting.CurrentGenerationAsync(CancellationToken.None));
    }

    /// <summary>Answers with a status that says something, or breaks off.</summary>
    private static bool Refuse(HttpContext context, int status)
    {
        if (status == 0)
        {
            context.Abort();
            return true;
        }

        context.Response.StatusCode = status;
        context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes($$"""{"status":{"error":"as it is, {{Environment.NewLine.Length}}"},"time":0}""")).AsTask().Wait();
        return true;
    }
}
