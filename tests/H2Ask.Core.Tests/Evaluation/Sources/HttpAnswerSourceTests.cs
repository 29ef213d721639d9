using System.Net;
using System.Text;
using System.Text.Json;
using H2Ask.Core.Evaluation;
using H2Ask.Core.Evaluation.Sources;
using H2Ask.Core.Retrieval;

namespace H2Ask.Core.Tests.Evaluation.Sources;

public sealed class HttpAnswerSourceTests
{
    private const string Whole = """
        {"answered": true, "answer": "答 [1]", "confidence": 0.9, "mode": "llm", "citations":
         [{"number": 1, "file": "a.txt", "start": 3, "end": 5, "quote": "氢能", "documentTitle": "规划", "section": ["一、"], "twins": []}]}
        """;

    [Fact]
    public async Task An_answer_is_read_with_its_citations()
    {
        var service = new ScriptedService(HttpStatusCode.OK, Whole);

        var answer = await Source(service).AskAsync("多少？", [new Turn("user", "先前")], default);

        Assert.Equal((true, "答 [1]", 0.9), (answer.Answered, answer.Text, answer.Confidence));
        var citation = Assert.Single(answer.Citations);
        Assert.Equal(("a.txt", 3, 5, "氢能", "规划"), (citation.File, citation.Start, citation.End, citation.Text, citation.DocumentTitle));
        Assert.Equal(["一、"], citation.Section);
        Assert.Equal("http://service/under/api/ask", service.Address);
        var asked = JsonDocument.Parse(service.Body!).RootElement;
        Assert.Equal("多少？", asked.GetProperty("question").GetString());
        Assert.Equal("先前", asked.GetProperty("history")[0].GetProperty("content").GetString());
        Assert.Equal("user", asked.GetProperty("history")[0].GetProperty("role").GetString());
    }

    [Fact]
    public async Task A_search_asks_for_as_many_passages_as_are_scored()
    {
        var service = new ScriptedService(HttpStatusCode.OK, """{"hits": [{"file": "a.txt", "start": 1, "end": 2, "text": "氢"}]}""");

        var hits = await Source(service).SearchAsync("多少？", [], 10, default);

        Assert.Equal("氢", Assert.Single(hits).Text);
        Assert.Equal(10, JsonDocument.Parse(service.Body!).RootElement.GetProperty("top").GetInt32());
    }

    [Theory]
    [InlineData(HttpStatusCode.ServiceUnavailable, """{"detail": "There is\n no index."}""", "HTTP 503 There is no index.")]
    [InlineData(HttpStatusCode.BadGateway, "<html>gateway</html>", "HTTP 502")]
    [InlineData(HttpStatusCode.OK, "<html>", "another shape")]
    [InlineData(HttpStatusCode.OK, "null", "another shape")]
    [InlineData(HttpStatusCode.OK, """{"answered": true, "answer": "答"}""", "another shape")]
    [InlineData(HttpStatusCode.OK, """{"answered": true, "answer": "答", "citations": [null]}""", "another shape")]
    [InlineData(HttpStatusCode.OK, """{"answered": true, "answer": "答", "citations": [{"file": "a", "start": 0, "end": 1}]}""", "another shape")]
    [InlineData(HttpStatusCode.OK, """{"answered": true, "answer": "答", "citations": [{"file": "a", "start": 0, "end": 1e99, "quote": "q"}]}""", "$.citations[0].end")]
    public async Task What_is_no_answer_fails_that_question_with_a_reason(HttpStatusCode status, string body, string reason)
    {
        var fault = await Assert.ThrowsAsync<FailedRequestException>(() => Source(new ScriptedService(status, body)).AskAsync("多少？", [], default));

        Assert.Contains(reason, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_service_that_is_busy_is_asked_again_when_it_says()
    {
        var service = new ScriptedService(HttpStatusCode.OK, Whole) { Busy = 2 };

        var answer = await Source(service).AskAsync("多少？", [], default);

        Assert.True(answer.Answered);
        Assert.Equal(0, service.Busy);
    }

    [Fact]
    public async Task A_service_that_stays_busy_fails_that_question()
    {
        var service = new ScriptedService(HttpStatusCode.OK, Whole) { Busy = int.MaxValue };

        var fault = await Assert.ThrowsAsync<FailedRequestException>(() => Source(service).AskAsync("多少？", [], default));

        Assert.Contains("HTTP 429", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_service_that_is_not_there_ends_the_evaluation()
    {
        var source = Source(new ScriptedService(HttpRequestError.ConnectionError));

        var fault = await Assert.ThrowsAsync<EvaluationException>(() => source.AskAsync("多少？", [], default));

        Assert.Contains("http://service/under/ can't be reached", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_key_goes_with_every_request_and_into_no_message()
    {
        using var client = HttpAnswerSource.Client(new Uri("http://service/"), "secret-1");
        Assert.Equal("Bearer secret-1", client.DefaultRequestHeaders.Authorization!.ToString());

        var fault = Assert.Throws<EvaluationException>(() => HttpAnswerSource.Client(new Uri("http://service/"), "secret\n2"));
        Assert.DoesNotContain("secret", fault.Message, StringComparison.Ordinal);
    }

    private static HttpAnswerSource Source(ScriptedService service) => new(new HttpClient(service) { BaseAddress = new Uri("http://service/under/") });

    /// <summary>A service that answers every request with the same.</summary>
    private sealed class ScriptedService(HttpStatusCode status, string body) : HttpMessageHandler
    {
        private readonly HttpRequestError? _error;

        public ScriptedService(HttpRequestError error)
            : this(HttpStatusCode.OK, string.Empty) => _error = error;

        /// <summary>So many requests are refused first, to come back at once.</summary>
        public int Busy { get; set; }

        public string? Address { get; private set; }

        public string? Body { get; private set; }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (_error is { } error) throw new HttpRequestException(error, "refused");
            if (Busy > 0)
            {
                Busy--;
                return new HttpResponseMessage(HttpStatusCode.TooManyRequests) { Headers = { { "Retry-After", "0" } }, Content = new StringContent("{}") };
            }

            Address = request.RequestUri!.ToString();
            Body = await request.Content!.ReadAsStringAsync(cancellationToken);
            return new HttpResponseMessage(status) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        }
    }
}
