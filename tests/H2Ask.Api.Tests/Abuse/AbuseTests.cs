using System.Collections.Concurrent;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using H2Ask.Api.Tests.Asking;
using H2Ask.Core.Index;
using H2Ask.Tests;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit.Abstractions;

namespace H2Ask.Api.Tests.Abuse;

/// <summary>Everything that is sent is answered or refused; nothing breaks the service, holds it up, or makes it show its inside.</summary>
public sealed class AbuseTests(ITestOutputHelper output) : IDisposable
{
    private const int Requests = 20_000;
    private const int Batch = 1000;
    private const int Size = 30;
    private const int Connections = 8;
    private const int UnknownVersion = 505;
    private const int LargestRequest = 1 << 20;

    /// <summary>Always the same, unless other requests are to be tried.</summary>
    private static readonly ulong Seed = ulong.Parse(Environment.GetEnvironmentVariable("H2ASK_ABUSE_SEED") ?? "20261121", CultureInfo.InvariantCulture);

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly TemporaryFolder _index = new();
    private readonly RecordedLogs _logs = new();

    [Fact]
    public async Task Twenty_thousand_hostile_requests_are_answered_and_so_is_a_good_question_after_them()
    {
        using var service = Start();
        service.StartServer();
        var address = service.ClientOptions.BaseAddress;
        using var client = new HttpClient { BaseAddress = address };
        var hostile = HostileRequests.To(Endpoints(service.Services), await Members(client));
        var statuses = new ConcurrentDictionary<int, int>();
        output.WriteLine($"seed {Seed}");

        for (var batch = 0; batch < Requests / Batch; batch++)
        {
            var requests = new ConcurrentQueue<RawRequest>(hostile.Sample(Batch, new Rnd((Seed * Requests) + (ulong)batch), Size));
            await Task.WhenAll(Enumerable.Range(0, Connections).Select(_ => Task.Run(() => SendAsync(address, requests, statuses))));
        }

        output.WriteLine(string.Join(", ", statuses.OrderBy(count => count.Key).Select(count => string.Create(CultureInfo.InvariantCulture, $"{count.Key}: {count.Value}"))));
        Assert.Equal(Requests, statuses.Values.Sum());
        Assert.Contains(200, statuses.Keys);
        Assert.DoesNotContain("failed", _logs.Text, StringComparison.OrdinalIgnoreCase);
        using var response = await client.PostAsJsonAsync("/api/ask", new { question = RunningService.Question });
        Assert.True((await ApiFixture.Json(response)).GetProperty("answered").GetBoolean());
    }

    public void Dispose()
    {
        _index.Dispose();
        _logs.Dispose();
    }

    private static async Task SendAsync(Uri address, ConcurrentQueue<RawRequest> requests, ConcurrentDictionary<int, int> statuses)
    {
        RawConnection? kept = null;
        try
        {
            while (requests.TryDequeue(out var request))
            {
                using var patience = new CancellationTokenSource(Patience);
                using var own = request.IsFramed ? null : await RawConnection.OpenAsync(address, patience.Token);
                var connection = own ?? (kept ??= await RawConnection.OpenAsync(address, patience.Token));
                RawResponse response;
                try
                {
                    response = await connection.SendAsync(request, patience.Token);
                }
                catch (OperationCanceledException)
                {
                    throw new InvalidOperationException($"No answer in {Patience.TotalSeconds} s to (seed {Seed}): {request}");
                }

                statuses.AddOrUpdate(response.Status, 1, (_, count) => count + 1);
                Assert.True(IsSound(request, response), $"{response} answered (seed {Seed}): {request}");
                // What is larger than the service takes is not read to its end, so that no request can follow it.
                if (own is not null || (!response.IsLast && request.Bytes.Length <= LargestRequest)) continue;
                kept?.Dispose();
                kept = null;
            }
        }
        finally
        {
            kept?.Dispose();
        }
    }

    private static bool IsSound(RawRequest request, RawResponse response) =>
        response.Status is < 500 or UnknownVersion
        // What is larger than the service takes may be hung up on while it is being sent.
        && (response.Status > 0 || !request.IsFramed || request.Bytes.Length > LargestRequest)
        && !response.Body.Contains("   at ", StringComparison.Ordinal)
        && !response.Body.Contains("Exception", StringComparison.Ordinal)
        && (response.Status < 400 || response.Body.Length == 0 || response.ContentType.Contains("json", StringComparison.Ordinal));

    private static List<(string Method, string Pattern)> Endpoints(IServiceProvider services) =>
    [
        .. services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .SelectMany(endpoint => (endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"]).Select(method => (method, endpoint.RoutePattern.RawText!)))
            .Where(endpoint => !endpoint.Item2.Contains("/js/", StringComparison.Ordinal) && !endpoint.Item2.Contains("/css/", StringComparison.Ordinal)),
    ];

    /// <summary>The names of all members that the service describes.</summary>
    private static async Task<string[]> Members(HttpClient client)
    {
        var description = JsonDocument.Parse(await client.GetStringAsync("/openapi/v1.json")).RootElement;
        return
        [
            .. description.GetProperty("components").GetProperty("schemas").EnumerateObject()
                .Where(schema => schema.Value.TryGetProperty("properties", out _))
                .SelectMany(schema => schema.Value.GetProperty("properties").EnumerateObject().Select(property => property.Name)).Distinct(),
        ];
    }

    private WebApplicationFactory<Program> Start()
    {
        using var corpus = new TemporaryFolder();
        IndexMaking.Run([corpus.With("a.txt", "南京市加氢站补贴办法\n第一条 加氢站建设补贴最高不超过500万元。")], _index.Path);
        var service = new WebApplicationFactory<Program>().WithWebHostBuilder(host => host
            .UseSetting("Urls", "http://127.0.0.1:0")
            .UseSetting("Index:Path", _index.Path)
            .UseSetting("Feedback:Path", Path.Combine(_index.Path, "feedback.jsonl"))
            .UseSetting("Embedding:Model", ModelEmbedder.None)
            .UseSetting("Limits:Burst", "1000000")
            .UseSetting("Limits:PerSecond", "1000000")
            .ConfigureLogging(logs => logs.ClearProviders().AddProvider(_logs)));
        service.UseKestrel(0);
        return service;
    }
}
