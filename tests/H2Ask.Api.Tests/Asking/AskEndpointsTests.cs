using System.Net;
using System.Net.Http.Json;
using System.Net.ServerSentEvents;
using System.Text;
using System.Text.Json;
using H2Ask.Tests;

namespace H2Ask.Api.Tests.Asking;

public sealed class AskEndpointsTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private const string Question = "南京市加氢站安全管理由哪些部门负责？";

    private readonly HttpClient _client = api.CreateClient();

    [Fact]
    public async Task An_answer_proves_each_statement_by_a_quote_at_its_place()
    {
        var answer = await Ask(new { question = Question });

        Assert.True(answer.GetProperty("answered").GetBoolean());
        Assert.Equal("extractive", answer.GetProperty("mode").GetString());
        Assert.Equal(Question, answer.GetProperty("standaloneQuestion").GetString());
        Assert.InRange(answer.GetProperty("confidence").GetDouble(), 0, 1);
        Assert.Empty(answer.GetProperty("nearest").EnumerateArray());
        var citations = answer.GetProperty("citations").EnumerateArray().ToList();
        Assert.NotEmpty(citations);
        Assert.All(citations, citation => Assert.Equal(SourceText(citation), citation.GetProperty("quote").GetString()));
        foreach (var statement in answer.GetProperty("statements").EnumerateArray())
        {
            var numbers = statement.GetProperty("citations").EnumerateArray().Select(number => number.GetInt32()).ToList();
            Assert.NotEmpty(numbers);
            Assert.All(numbers, number => Assert.Contains($"[{number}]", answer.GetProperty("answer").GetString(), StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task A_citation_links_to_the_document_that_holds_its_quote()
    {
        var citation = (await Ask(new { question = Question })).GetProperty("citations")[0];
        var id = citation.GetProperty("documentId").GetString();

        var text = await ApiFixture.Json(await _client.GetAsync($"/api/documents/{id}/text"));

        var offset = citation.GetProperty("start").GetInt32() - text.GetProperty("start").GetInt32();
        var quote = citation.GetProperty("quote").GetString()!;
        Assert.Equal(quote, text.GetProperty("text").GetString()!.Substring(offset, quote.Length));
        Assert.Equal(
            $"/#source/{id}/{citation.GetProperty("start").GetInt32()}-{citation.GetProperty("end").GetInt32()}", citation.GetProperty("url").GetString());
    }

    [Fact]
    public async Task A_refusal_brings_what_is_nearest()
    {
        var answer = await Ask(new { question = "西红柿炒鸡蛋怎么做才好吃" });

        Assert.False(answer.GetProperty("answered").GetBoolean());
        Assert.Empty(answer.GetProperty("citations").EnumerateArray());
        Assert.NotEmpty(answer.GetProperty("nearest").EnumerateArray());
    }

    [Fact]
    public async Task A_follow_up_is_understood_from_the_history()
    {
        var answer = await Ask(new
        {
            question = "有效期多久？",
            history = new[] { new { role = "user", content = "广州市加氢站管理暂行办法" }, new { role = "assistant", content = "……" } },
        });

        Assert.Contains("广州市加氢站管理暂行办法", answer.GetProperty("standaloneQuestion").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, "application/json")]
    [InlineData(false, "text/event-stream")]
    public async Task A_stream_ends_with_the_whole_answer(bool stream, string accept)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/ask") { Content = JsonContent.Create(new { question = Question, stream }) };
        request.Headers.Accept.ParseAdd(accept);
        using var response = await _client.SendAsync(request);
        Assert.Equal("text/event-stream", response.Content.Headers.ContentType?.MediaType);

        var events = await SseParser.Create(await response.Content.ReadAsStreamAsync()).EnumerateAsync()
            .Select(item => (item.EventType, Data: JsonDocument.Parse(item.Data).RootElement)).ToListAsync();

        Assert.Equal("retrieved", events[0].EventType);
        Assert.Equal("done", events[^1].EventType);
        var done = events[^1].Data;
        var deltas = events.Where(item => item.EventType == "delta").Select(item => item.Data.GetProperty("text").GetString());
        Assert.Equal(done.GetProperty("answer").GetString(), string.Concat(deltas));
        var streamed = events.Where(item => item.EventType == "citation").Select(item => item.Data.GetRawText());
        Assert.Equal(done.GetProperty("citations").EnumerateArray().Select(citation => citation.GetRawText()), streamed);
    }

    [Fact]
    public async Task Filters_keep_the_answer_to_a_region_and_a_kind()
    {
        var answer = await Ask(new { question = "加氢站安全管理", filters = new { regions = new[] { "广州市" }, kinds = new[] { "办法" } } });

        Assert.NotEmpty(answer.GetProperty("citations").EnumerateArray());
        Assert.All(answer.GetProperty("citations").EnumerateArray(), citation =>
            Assert.Equal(["广东省", "广州市"], citation.GetProperty("region").EnumerateArray().Select(place => place.GetString())));
    }

    [Fact]
    public async Task Search_returns_as_many_passages_as_asked_for_the_best_first()
    {
        var response = await _client.PostAsJsonAsync("/api/search", new { query = "加氢站 补贴", top = 7 });

        var hits = (await ApiFixture.Json(response)).GetProperty("hits").EnumerateArray().ToList();

        Assert.Equal(7, hits.Count);
        Assert.All(hits, hit => Assert.Equal(SourceText(hit), hit.GetProperty("text").GetString()));
        var scores = hits.ConvertAll(hit => hit.GetProperty("score").GetDouble());
        Assert.Equal(scores.OrderDescending(), scores);
    }

    [Theory]
    [InlineData("{}", "question")]
    [InlineData("""{"question":"  "}""", "question")]
    [InlineData("""{"question":"加氢站","top":0}""", "top")]
    [InlineData("""{"question":"加氢站","top":1000}""", "top")]
    [InlineData("""{"question":"加氢站","mode":"magic"}""", "mode")]
    [InlineData("""{"question":"加氢站","mode":"llm"}""", "LLM")]
    [InlineData("""{"question":"加氢站","history":[{"role":"system","content":"x"}]}""", "history")]
    [InlineData("""{"question":"加氢站","history":[null]}""", "history")]
    [InlineData("""{"question":"加氢站","filters":{"regions":[null]}}""", "filters.regions")]
    [InlineData("""{"question":"加氢站","filters":{"issuers":[" "]}}""", "filters.issuers")]
    [InlineData("""{"question":"加氢站","filters":{"years":["soon"]}}""", "$.filters.years[0]: a whole number is expected there.")]
    [InlineData("""{"question":"加氢站","filters":{"years":2022}}""", "$.filters.years: a list of whole numbers is expected there.")]
    [InlineData("""{"question":"加氢站","filters":{"regions":"x"}}""", "$.filters.regions: a list of strings is expected there.")]
    [InlineData("""{"question":"加氢站","filters":3}""", "$.filters: an object of \"regions\", ")]
    [InlineData("""{"question":"加氢站","history":["a"]}""", "$.history[0]: an object of \"role\", \"content\" is expected there.")]
    [InlineData("""{"question":"加氢站","history":{}}""", "$.history: a list of objects is expected there.")]
    [InlineData("""{"question":"加氢站","stream":"yes"}""", "$.stream: true or false is expected there.")]
    [InlineData("""["加氢站"]""", "$: an object of \"question\", ")]
    [InlineData("""{"question":1}""", "$.question: a string is expected there.")]
    [InlineData("""{"question":""", "It is no JSON, ends early or is nested too deep: line 1, byte 13.")]
    [InlineData("""{"question":"加氢站","filter":{}}""", "There is no member \"filter\" here. There are \"question\", \"history\", \"filters\"")]
    [InlineData("""{"question":"加氢站","filters":{"region":["x"]}}""", "There is no member \"region\" here. There are \"regions\", \"issuers\"")]
    [InlineData("""{"question":"加氢站","history":[{"role":"user","content":"x","na'me.[0]":1}]}""", "here. There are \"role\", \"content\"")]
    [InlineData("""{"question":"加氢站","question":"光伏"}""", "It is wrong at $.question.")]
    [InlineData("""{"question":"加氢站","top":"6"}""", "$.top: a whole number is expected there.")]
    [InlineData("null", "JSON")]
    [InlineData("", "JSON")]
    public async Task A_wrong_request_is_told_what_is_wrong(string body, string part)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");

        using var response = await _client.PostAsync("/api/ask", content);

        await AssertProblem(response, HttpStatusCode.BadRequest, part);
    }

    [Theory]
    [InlineData("/api/ask", "question")]
    [InlineData("/api/search", "query")]
    public async Task What_stands_in_the_address_of_a_question_is_refused(string path, string field)
    {
        using var response = await _client.PostAsJsonAsync(path + "?top=3", new Dictionary<string, string> { [field] = "加氢站" });

        await AssertProblem(response, HttpStatusCode.BadRequest, "\"top\"");
    }

    [Fact]
    public async Task Filters_that_no_document_fits_are_named_as_the_reason()
    {
        var filters = new { regions = new[] { "亚特兰蒂斯" } };

        var answer = await Ask(new { question = Question, filters });
        var search = await ApiFixture.Json(await _client.PostAsJsonAsync("/api/search", new { query = Question, filters }));
        var english = await ApiFixture.Json(await _client.PostAsJsonAsync("/api/search", new { query = "hydrogen stations", filters }));

        Assert.False(answer.GetProperty("answered").GetBoolean());
        Assert.Equal("没有符合筛选条件的文件，请放宽筛选条件。", answer.GetProperty("notice").GetString());
        Assert.Equal("没有符合筛选条件的文件，请放宽筛选条件。", search.GetProperty("notice").GetString());
        Assert.Equal("No document fits the filters: widen them.", english.GetProperty("notice").GetString());
    }

    [Fact]
    public async Task A_question_that_the_model_reads_only_in_part_is_answered_with_that_notice()
    {
        var longest = string.Concat(Enumerable.Range(0, 1000).Select(number => $"氢{number % 10}"));

        var answer = await Ask(new { question = longest });
        var usual = await Ask(new { question = Question });

        Assert.Contains("问题太长", answer.GetProperty("notice").GetString(), StringComparison.Ordinal);
        Assert.Equal(JsonValueKind.Null, usual.GetProperty("notice").ValueKind);
    }

    [Fact]
    public async Task A_question_that_is_too_long_is_refused() =>
        await AssertProblem(await _client.PostAsJsonAsync("/api/ask", new { question = new string('氢', 2001) }), HttpStatusCode.BadRequest, "2000");

    [Fact]
    public async Task Filters_with_too_many_values_are_refused() => await AssertProblem(
        await _client.PostAsJsonAsync("/api/ask", new { question = "加氢站", filters = new { issuers = Enumerable.Repeat("局", 101) } }), HttpStatusCode.BadRequest, "filters.issuers");

    [Fact]
    public async Task A_body_of_another_type_is_refused()
    {
        using var content = new StringContent("question=加氢站", Encoding.UTF8, "application/x-www-form-urlencoded");

        await AssertProblem(await _client.PostAsync("/api/ask", content), HttpStatusCode.UnsupportedMediaType, null);
    }

    private static async Task AssertProblem(HttpResponseMessage response, HttpStatusCode status, string? part)
    {
        Assert.Equal(status, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        var text = await response.Content.ReadAsStringAsync();
        Assert.DoesNotContain("   at ", text, StringComparison.Ordinal);
        if (part is not null) Assert.Contains(part, JsonDocument.Parse(text).RootElement.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    private static string SourceText(JsonElement place)
    {
        var file = File.ReadAllText(Path.Combine(Repository.Seeds, place.GetProperty("file").GetString()!));
        return file[place.GetProperty("start").GetInt32()..place.GetProperty("end").GetInt32()];
    }

    private async Task<JsonElement> Ask(object request)
    {
        using var response = await _client.PostAsJsonAsync("/api/ask", request);
        response.EnsureSuccessStatusCode();
        return await ApiFixture.Json(response);
    }
}
