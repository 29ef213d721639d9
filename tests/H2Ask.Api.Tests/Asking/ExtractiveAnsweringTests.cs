using System.Net.Http.Json;
using System.Net.ServerSentEvents;
using System.Text.Json;

namespace H2Ask.Api.Tests.Asking;

public sealed class ExtractiveAnsweringTests(ExtractiveFixture api) : IClassFixture<ExtractiveFixture>
{
    private const string List = "南京申请加氢站补贴的企业要具备哪些条件？";
    private const string Comparison = "南京和苏州的加氢站建设补贴最高各是多少？";
    private const string OneSided = "南京和太原的加氢站建设补贴最高各是多少？";
    private const string Refused = "太原市加氢站建设补贴最高多少？";

    private readonly HttpClient _client = api.CreateClient();

    [Fact]
    public async Task Statements_of_a_comparison_bear_their_side_and_the_note_of_their_document()
    {
        var statements = (await Ask(Comparison)).GetProperty("statements").EnumerateArray().ToList();

        Assert.Equal(["南京", "苏州"], statements.Select(statement => statement.GetProperty("label").GetString()).Distinct());
        Assert.All(statements, statement => Assert.Equal(statement.GetProperty("label").GetString() == "苏州" ? "征求意见稿" : null, Optional(statement, "note")));
    }

    [Fact]
    public async Task A_list_is_one_statement_over_several_lines_with_one_citation()
    {
        var answer = await Ask(List);

        var statement = answer.GetProperty("statements")[0];
        Assert.Equal(4, statement.GetProperty("text").GetString()!.Split('\n').Length);
        Assert.Equal([1], statement.GetProperty("citations").EnumerateArray().Select(number => number.GetInt32()));
        Assert.Null(Optional(statement, "label"));
        Assert.Null(Optional(statement, "note"));
    }

    [Fact]
    public async Task A_side_of_which_nothing_is_found_is_named_in_the_notice()
    {
        var answer = await Ask(OneSided);

        Assert.True(answer.GetProperty("answered").GetBoolean());
        Assert.Equal("关于太原，资料中没有找到相关内容。", answer.GetProperty("notice").GetString());
        Assert.Null(Optional(await Ask(Comparison), "notice"));
    }

    [Theory]
    [InlineData(List)]
    [InlineData(Comparison)]
    [InlineData(OneSided)]
    [InlineData(Refused)]
    public async Task What_is_streamed_is_the_answer(string question)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/ask") { Content = JsonContent.Create(new { question, stream = true }) };
        using var response = await _client.SendAsync(request);

        var events = await SseParser.Create(await response.Content.ReadAsStreamAsync()).EnumerateAsync()
            .Select(item => (item.EventType, Data: JsonDocument.Parse(item.Data).RootElement)).ToListAsync();

        var whole = await Ask(question);
        var done = events[^1].Data;
        Assert.Equal("done", events[^1].EventType);
        Assert.Equal(whole.GetProperty("answer").GetString(), string.Concat(events.Where(item => item.EventType == "delta").Select(item => item.Data.GetProperty("text").GetString())));
        Assert.Equal(whole.GetProperty("answer").GetString(), done.GetProperty("answer").GetString());
        Assert.Equal(whole.GetProperty("statements").GetRawText(), done.GetProperty("statements").GetRawText());
        var streamed = events.Where(item => item.EventType == "delta").Select(item => item.Data.GetProperty("statement"))
            .Where(statement => statement.ValueKind == JsonValueKind.Object).Select(statement => statement.GetRawText());
        Assert.Equal(whole.GetProperty("statements").EnumerateArray().Select(statement => statement.GetRawText()), streamed);
    }

    [Theory]
    [InlineData("三亚和上海市建加氢站各补贴多少？", "三亚", "上海")]
    [InlineData("哪些城市和示范区县有加氢站补贴？")]
    public async Task An_answer_names_the_places_that_were_asked_for(string question, params string[] places)
    {
        var answer = await Ask(question);

        Assert.Equal(places, answer.GetProperty("places").EnumerateArray().Select(place => place.GetString()));
    }

    private static string? Optional(JsonElement parent, string name) => parent.TryGetProperty(name, out var value) ? value.GetString() : null;

    private async Task<JsonElement> Ask(string question)
    {
        using var response = await _client.PostAsJsonAsync("/api/ask", new { question });
        response.EnsureSuccessStatusCode();
        return await ApiFixture.Json(response);
    }
}
