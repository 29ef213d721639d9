using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using H2Ask.Core.Retrieval;

namespace H2Ask.Core.Evaluation.Sources;

/// <summary>Asks a running service. What it answers is as little trusted as any file.</summary>
/// <param name="client">Sends the requests; its base address is the service's and ends with a slash.</param>
public sealed class HttpAnswerSource(HttpClient client) : IAnswerSource
{
    private const int LongestReason = 200;
    private const int LargestAnswer = 16 << 20;

    /// <summary>How often a service that is busy is asked again.</summary>
    private const int Tries = 10;

    /// <summary>How long is waited at most, and where the service doesn't say how long.</summary>
    private static readonly (TimeSpan Most, TimeSpan Usual) Wait = (TimeSpan.FromSeconds(60), TimeSpan.FromSeconds(1));

    /// <summary>How long one answer may take: a service with a large language model may need a minute.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>Makes a client for a service, with a key where the service needs one.</summary>
    /// <exception cref="EvaluationException">The key can't be sent.</exception>
    public static HttpClient Client(Uri address, string? key)
    {
        if (key is not null && !key.All(c => c is > ' ' and <= '~'))
        {
            throw new EvaluationException("The API key holds blanks or letters that no request can carry. Set --api-key or H2ASK_API_KEY to the service's key.");
        }

        var client = new HttpClient { BaseAddress = address, Timeout = Patience, MaxResponseContentBufferSize = LargestAnswer };
        if (key is not null) client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        return client;
    }

    /// <inheritdoc />
    public async Task<GivenAnswer> AskAsync(string question, IReadOnlyList<Turn> history, CancellationToken cancelled)
    {
        var json = EvaluationJsonContext.OfHttp;
        var body = await PostAsync("api/ask", new AskBody(question, history), json.AskBody, json.AnswerBody, cancelled);
        return new GivenAnswer(body.Answered, body.Answer, body.Confidence, [.. body.Citations.Select(citation => citation.Found(citation.Quote))]);
    }

    /// <inheritdoc />
    public async Task<IReadOnlyList<FoundPassage>> SearchAsync(string query, IReadOnlyList<Turn> history, int top, CancellationToken cancelled)
    {
        var json = EvaluationJsonContext.OfHttp;
        var body = await PostAsync("api/search", new SearchBody(query, history, top), json.SearchBody, json.HitsBody, cancelled);
        return [.. body.Hits.Select(hit => hit.Found(hit.Text))];
    }

    private async Task<TAnswer> PostAsync<TRequest, TAnswer>(
        string path, TRequest request, JsonTypeInfo<TRequest> requestType, JsonTypeInfo<TAnswer> answerType, CancellationToken cancelled)
        where TAnswer : class
    {
        try
        {
            using var response = await SendAsync(path, () => JsonContent.Create(request, requestType), cancelled);
            var body = await response.Content.ReadAsByteArrayAsync(cancelled);
            if (!response.IsSuccessStatusCode) throw new FailedRequestException(Reason(response.StatusCode, body));
            return JsonSerializer.Deserialize(body, answerType) ?? throw new JsonException();
        }
        catch (HttpRequestException fault) when (fault.HttpRequestError is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError)
        {
            throw new EvaluationException($"The service at {client.BaseAddress} can't be reached: {fault.Message}. Start it, or name another with --url.", fault);
        }
        catch (HttpRequestException fault)
        {
            throw new FailedRequestException($"/{path}: {fault.Message}", fault);
        }
        catch (JsonException fault)
        {
            throw new FailedRequestException($"/{path} answered with JSON of another shape than the service's{(fault.Path is { Length: > 1 } place ? $" (at {PlainLine.Of(place, 80)})" : string.Empty)}.", fault);
        }
        catch (TaskCanceledException fault) when (fault.InnerException is TimeoutException)
        {
            throw new FailedRequestException($"/{path} did not answer within {client.Timeout.TotalSeconds} seconds.", fault);
        }
    }

    /// <summary>Sends a request; where the service has too many, waits as long as it says and sends it again.</summary>
    private async Task<HttpResponseMessage> SendAsync(string path, Func<HttpContent> content, CancellationToken cancelled)
    {
        for (var attempt = 1; ; attempt++)
        {
            using var body = content();
            var response = await client.PostAsync(new Uri(path, UriKind.Relative), body, cancelled);
            if (response.StatusCode != HttpStatusCode.TooManyRequests || attempt == Tries) return response;
            var wait = response.Headers.RetryAfter is { } after ? after.Delta ?? after.Date - DateTimeOffset.UtcNow : null;
            response.Dispose();
            await Task.Delay(TimeSpan.FromTicks(Math.Clamp((wait ?? Wait.Usual).Ticks, 0, Wait.Most.Ticks)), cancelled);
        }
    }

    /// <summary>What the service says is wrong, or where it says nothing, the status alone.</summary>
    private static string Reason(HttpStatusCode status, byte[] body)
    {
        string? detail = null;
        try
        {
            detail = JsonSerializer.Deserialize(body, EvaluationJsonContext.OfHttp.ProblemBody)?.Detail;
        }
        catch (JsonException)
        {
            // Something else than the service answered: its page would tell nothing.
        }

        return $"HTTP {(int)status} {PlainLine.Of(detail ?? string.Empty, LongestReason)}".TrimEnd();
    }
}
