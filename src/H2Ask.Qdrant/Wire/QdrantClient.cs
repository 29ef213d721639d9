using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using H2Ask.Core.Index;

namespace H2Ask.Qdrant.Wire;

/// <summary>
/// Speaks to a Qdrant server. What fails but need not fail again is tried again, each time after a longer wait; all requests that are made may be
/// made twice. What goes wrong for good is said in a sentence, in which the key never stands.
/// </summary>
internal sealed class QdrantClient : IDisposable
{
    private const string KeyHeader = "api-key";
    private const int LongestReason = 300;
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);
    private static readonly MediaTypeHeaderValue Json = new("application/json");

    private readonly QdrantOptions _options;
    private readonly HttpClient _http;

    /// <summary>Prepares requests to the server of the settings.</summary>
    public QdrantClient(QdrantOptions options)
    {
        _options = options;
        _http = new HttpClient(ServerConnection.Handler(options))
        {
            BaseAddress = new Uri(options.Url.TrimEnd('/') + "/"),
            // Each request has its own, so that the message can tell a slow server from a cancelled search.
            Timeout = Timeout.InfiniteTimeSpan,
        };
        if (options.ApiKey.Length > 0) _http.DefaultRequestHeaders.Add(KeyHeader, options.ApiKey);
    }

    /// <summary>Asks without a body.</summary>
    public Task<TAnswer> GetAsync<TAnswer>(string path, JsonTypeInfo<TAnswer> answer, CancellationToken cancelled)
        where TAnswer : class => CertainlyAsync(SendAsync(HttpMethod.Get, path, body: null, answer, accepted: null, cancelled));

    /// <summary>Sends a body; the answer.</summary>
    public Task<TAnswer> SendAsync<TRequest, TAnswer>(
        HttpMethod method, string path, TRequest request, JsonTypeInfo<TRequest> shape, JsonTypeInfo<TAnswer> answer, CancellationToken cancelled)
        where TAnswer : class => CertainlyAsync(SendAsync(method, path, JsonSerializer.SerializeToUtf8Bytes(request, shape), answer, accepted: null, cancelled));

    /// <summary>Sends a body, or none, and cares only whether it was done.</summary>
    /// <param name="method">The method.</param>
    /// <param name="path">What it is sent to.</param>
    /// <param name="body">The body in JSON; null: none.</param>
    /// <param name="accepted">A status that is as good as success.</param>
    /// <param name="cancelled">Ends it early.</param>
    /// <returns>Whether it was done; false where the answer was the accepted status.</returns>
    public async Task<bool> DoAsync(HttpMethod method, string path, byte[]? body, HttpStatusCode? accepted, CancellationToken cancelled) =>
        await SendAsync(method, path, body, QdrantJson.Shapes.Nothing, accepted, cancelled) is not null;

    /// <inheritdoc />
    public void Dispose() => _http.Dispose();

    private static async Task<TAnswer> CertainlyAsync<TAnswer>(Task<TAnswer?> answer)
        where TAnswer : class => (await answer)!;

    /// <summary>The answer; null where the status was the accepted one.</summary>
    private async Task<TAnswer?> SendAsync<TAnswer>(
        HttpMethod method, string path, byte[]? body, JsonTypeInfo<TAnswer> shape, HttpStatusCode? accepted, CancellationToken cancelled)
        where TAnswer : class
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                return await SendOnceAsync(method, path, body, shape, accepted, cancelled);
            }
            catch (PassingFault fault) when (attempt < _options.Retries)
            {
                await Task.Delay(WaitBefore(attempt, fault.RetryAfter), cancelled);
            }
            catch (PassingFault fault)
            {
                throw new IndexException(fault.Message, fault);
            }
        }
    }

    private async Task<TAnswer?> SendOnceAsync<TAnswer>(
        HttpMethod method, string path, byte[]? body, JsonTypeInfo<TAnswer> shape, HttpStatusCode? accepted, CancellationToken cancelled)
        where TAnswer : class
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancelled);
        patience.CancelAfter(TimeSpan.FromSeconds(_options.TimeoutSeconds));
        try
        {
            using var request = new HttpRequestMessage(method, path);
            if (body is not null) request.Content = new ByteArrayContent(body) { Headers = { ContentType = Json } };
            using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, patience.Token);
            if (response.StatusCode == accepted) return null;
            if (!response.IsSuccessStatusCode) throw await FaultAsync(response, patience.Token);
            await using var content = await response.Content.ReadAsStreamAsync(patience.Token);
            return await JsonSerializer.DeserializeAsync(content, shape, patience.Token) ?? throw new JsonException("It is null.");
        }
        catch (OperationCanceledException) when (!cancelled.IsCancellationRequested)
        {
            throw new PassingFault($"{Server} did not answer within {_options.TimeoutSeconds} seconds. Look whether it is overloaded, or raise the setting Qdrant:TimeoutSeconds.");
        }
        catch (HttpRequestException fault) when (fault.InnerException is AuthenticationException)
        {
            throw new IndexException($"{Server} can't be trusted: {fault.InnerException.Message} Check its certificate, or name the authority that signed it in the setting Qdrant:CertificateAuthority.", fault);
        }
        catch (HttpRequestException fault) when (fault.InnerException is SocketException refused)
        {
            throw new PassingFault($"{Server} can't be reached: {refused.Message}. Start it, or correct the setting Qdrant:Url.", fault);
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException)
        {
            throw new PassingFault($"{Server} broke the connection off: {fault.Message}", fault);
        }
        catch (JsonException fault)
        {
            throw new IndexException($"{Server} gave an answer that is not one of Qdrant's, or an index that another program wrote. Check the settings Qdrant:Url and Qdrant:Collection, or index again with --force.", fault);
        }
    }

    /// <summary>How the server is named to people.</summary>
    private string Server => $"The Qdrant server at {_options.Url}";

    private async Task<Exception> FaultAsync(HttpResponseMessage response, CancellationToken cancelled)
    {
        var status = response.StatusCode;
        if (status is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden)
        {
            return new IndexException(
                $"{Server} does not let this program do this ({(int)status}): {await ReasonAsync(response, cancelled)} If it wants a key, set Qdrant:ApiKey to one that may: one that may manage collections to index, one that may read to answer.");
        }

        var said = $"{Server} answered with status {(int)status}: {await ReasonAsync(response, cancelled)}";
        return status switch
        {
            HttpStatusCode.TooManyRequests or HttpStatusCode.RequestTimeout or >= HttpStatusCode.InternalServerError =>
                new PassingFault($"{said} It was asked {_options.Retries + 1} times. Try again later.") { RetryAfter = RetryAfter(response) },
            HttpStatusCode.NotFound => new IndexException($"{said} The index may have been replaced or deleted: index again."),
            HttpStatusCode.RequestEntityTooLarge => new IndexException($"{said} Lower the setting Qdrant:BatchPoints."),
            _ => new IndexException(said),
        };
    }

    /// <summary>What the server says is wrong. It may say anything: it is cut, and what is no text is left out.</summary>
    private static async Task<string> ReasonAsync(HttpResponseMessage response, CancellationToken cancelled)
    {
        string? reason;
        try
        {
            await using var content = await response.Content.ReadAsStreamAsync(cancelled);
            reason = (await JsonSerializer.DeserializeAsync(content, QdrantJson.Shapes.Fault, cancelled))?.Status.Error;
        }
        catch (JsonException)
        {
            reason = null;
        }

        if (string.IsNullOrWhiteSpace(reason)) return response.ReasonPhrase is { Length: > 0 } phrase ? phrase + "." : "it does not say why.";
        var text = string.Concat(reason.Where(letter => !char.IsControl(letter)));
        return (text.Length > LongestReason ? text[..LongestReason] + "…" : text).TrimEnd('.') + ".";
    }

    private static TimeSpan? RetryAfter(HttpResponseMessage response) =>
        response.Headers.RetryAfter switch
        {
            { Delta: { } delta } => delta,
            { Date: { } date } => date - DateTimeOffset.UtcNow,
            _ => null,
        };

    /// <summary>Twice as long each time, and never as long as the others wait, lest all come again at once.</summary>
    private TimeSpan WaitBefore(int attempt, TimeSpan? asked)
    {
        var usual = TimeSpan.FromMilliseconds(Math.Min(_options.RetryMilliseconds * Math.Pow(2, attempt) * (0.5 + Random.Shared.NextDouble()), LongestWait.TotalMilliseconds));
        var wait = asked is { } least && least > usual ? least : usual;
        return wait < LongestWait ? wait : LongestWait;
    }
}
