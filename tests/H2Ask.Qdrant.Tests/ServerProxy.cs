using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace H2Ask.Qdrant.Tests;

/// <summary>Stands between a test and the server: remembers the requests, and does to them what networks and servers do at times.</summary>
internal sealed class ServerProxy : IAsyncDisposable
{
    private static readonly string[] Untold = ["Transfer-Encoding", "Connection", "Keep-Alive", "Date", "Server"];

    private readonly HttpClient _http = new();
    private readonly ConcurrentQueue<ProxiedRequest> _requests = [];
    private readonly WebApplication _app;

    private ServerProxy(QdrantServerFixture server, Action<Microsoft.AspNetCore.Server.Kestrel.Core.ListenOptions> listen)
    {
        _http.BaseAddress = new Uri(server.Url);
        if (server.Key.Length > 0) _http.DefaultRequestHeaders.Add("api-key", server.Key);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Limits.MaxRequestBodySize = null;
            kestrel.Listen(IPAddress.Loopback, 0, listen);
        });
        _app = builder.Build();
        _app.Run(MeetAsync);
    }

    /// <summary>Its address.</summary>
    public string Url => _app.Urls.First();

    /// <summary>What is done to a request before the server gets it; true where it is not to get it.</summary>
    public Func<HttpContext, ProxiedRequest, Task<bool>>? Before { get; set; }

    /// <summary>What is done to a request that the server has done, before the answer goes back; true where it is not to.</summary>
    public Func<HttpContext, ProxiedRequest, bool>? After { get; set; }

    /// <summary>The requests that came, in their order.</summary>
    public IReadOnlyList<ProxiedRequest> Requests => [.. _requests];

    /// <summary>How many points of a type came to be stored.</summary>
    public int Uploaded(string type) => _requests.Sum(request => request.Uploaded(type).Count());

    /// <summary>Forgets the requests that came.</summary>
    public void Forget() => _requests.Clear();

    public static async Task<ServerProxy> StartAsync(QdrantServerFixture server, Action<Microsoft.AspNetCore.Server.Kestrel.Core.ListenOptions>? listen = null)
    {
        var proxy = new ServerProxy(server, listen ?? (_ => { }));
        await proxy._app.StartAsync();
        return proxy;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _http.Dispose();
    }

    private async Task MeetAsync(HttpContext context)
    {
        using var content = new MemoryStream();
        await context.Request.Body.CopyToAsync(content);
        var request = new ProxiedRequest(context.Request.Method, context.Request.Path, content.ToArray(), context.Request.Headers["api-key"].ToString());
        _requests.Enqueue(request);
        if (Before is { } before && await before(context, request)) return;
        using var forwarded = new HttpRequestMessage(new HttpMethod(request.Method), request.Path + context.Request.QueryString);
        if (request.Body.Length > 0) forwarded.Content = new ByteArrayContent(request.Body) { Headers = { ContentType = new("application/json") } };
        using var response = await _http.SendAsync(forwarded);
        var answer = await response.Content.ReadAsByteArrayAsync();
        if (After is { } after && after(context, request)) return;
        context.Response.StatusCode = (int)response.StatusCode;
        foreach (var header in response.Headers.Where(header => !Untold.Contains(header.Key))) context.Response.Headers[header.Key] = header.Value.ToArray();
        context.Response.ContentType = response.Content.Headers.ContentType?.ToString();
        await context.Response.Body.WriteAsync(answer);
    }
}
