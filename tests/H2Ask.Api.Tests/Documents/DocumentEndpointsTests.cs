using System.Net;
using System.Text.Json;

namespace H2Ask.Api.Tests.Documents;

public sealed class DocumentEndpointsTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private readonly HttpClient _client = api.CreateClient();

    [Fact]
    public async Task Pages_of_the_list_make_up_the_whole()
    {
        var all = await List("?limit=1000");
        var total = all.GetProperty("total").GetInt32();
        var ids = new List<string?>();
        for (var offset = 0; offset < total; offset += 3) ids.AddRange(Ids(await List($"?offset={offset}&limit=3")));

        Assert.Equal(Ids(all), ids);
        Assert.Equal(total, ids.Distinct().Count());
    }

    [Fact]
    public async Task The_list_can_be_searched_by_title_and_file()
    {
        var first = (await List("?limit=1")).GetProperty("documents")[0];
        var (title, file) = (first.GetProperty("title").GetString()!, first.GetProperty("file").GetString()!);

        var found = (await List($"?q={Uri.EscapeDataString(title[..4])}&file={Uri.EscapeDataString(file)}")).GetProperty("documents");

        Assert.NotEmpty(found.EnumerateArray());
        Assert.All(found.EnumerateArray(), document =>
        {
            Assert.Contains(title[..4], document.GetProperty("title").GetString(), StringComparison.OrdinalIgnoreCase);
            Assert.Equal(file, document.GetProperty("file").GetString());
        });
        Assert.Empty((await List("?q=没有这样的标题")).GetProperty("documents").EnumerateArray());
    }

    [Theory]
    [InlineData("region=山东", "region", "山东省")]
    [InlineData("region=济南市", "region", "济南市")]
    [InlineData("kind=办法", "kind", "办法")]
    [InlineData("year=2024", "date", "2024")]
    public async Task The_list_can_be_narrowed_by_what_is_known_of_documents(string query, string field, string value)
    {
        var list = await List("?" + query);

        Assert.InRange(list.GetProperty("total").GetInt32(), 1, 100);
        Assert.All(list.GetProperty("documents").EnumerateArray(), document =>
            Assert.Contains(value, document.GetProperty(field).GetRawText(), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("regoin=山东", "There is no query parameter \"regoin\". There are \"offset\", \"limit\", \"q\"")]
    [InlineData("region=山东&region=北京", "\"region\" stands in the address 2 times")]
    public async Task A_filter_that_is_not_known_or_stands_twice_is_refused(string query, string sentence)
    {
        using var response = await _client.GetAsync("/api/documents?" + query);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains(sentence, (await ApiFixture.Json(response)).GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_outline_of_a_document_stands_inside_it()
    {
        var id = Ids(await List("?kind=办法&limit=1")).Single();

        var details = await ApiFixture.Json(await _client.GetAsync($"/api/documents/{id}"));

        var outline = details.GetProperty("outline").EnumerateArray().ToList();
        Assert.NotEmpty(outline);
        Assert.All(outline, section => Assert.InRange(
            section.GetProperty("start").GetInt32(), details.GetProperty("start").GetInt32(), section.GetProperty("end").GetInt32()));
    }

    [Fact]
    public async Task A_document_can_be_read_with_its_place()
    {
        var listed = (await List("?limit=1")).GetProperty("documents")[0];
        var id = listed.GetProperty("id").GetString();

        var details = await ApiFixture.Json(await _client.GetAsync($"/api/documents/{id}"));
        var text = await ApiFixture.Json(await _client.GetAsync($"/api/documents/{id}/text"));

        Assert.Equal(listed.GetProperty("title").GetString(), details.GetProperty("title").GetString());
        Assert.Equal(JsonValueKind.Array, details.GetProperty("outline").ValueKind);
        Assert.Equal(text.GetProperty("end").GetInt32() - text.GetProperty("start").GetInt32(), text.GetProperty("text").GetString()!.Length);
    }

    [Theory]
    [InlineData("/api/documents/none", HttpStatusCode.NotFound)]
    [InlineData("/api/documents/none/text", HttpStatusCode.NotFound)]
    [InlineData("/api/documents?limit=0", HttpStatusCode.BadRequest)]
    [InlineData("/api/documents?limit=1001", HttpStatusCode.BadRequest)]
    [InlineData("/api/documents?offset=-1", HttpStatusCode.BadRequest)]
    [InlineData("/api/documents?year=soon", HttpStatusCode.BadRequest)]
    [InlineData("/no/such/page", HttpStatusCode.NotFound)]
    public async Task What_is_not_there_or_wrong_is_a_problem(string address, HttpStatusCode status)
    {
        using var response = await _client.GetAsync(address);

        Assert.Equal(status, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
    }

    private static IEnumerable<string?> Ids(JsonElement list) =>
        list.GetProperty("documents").EnumerateArray().Select(document => document.GetProperty("id").GetString());

    private async Task<JsonElement> List(string query)
    {
        using var response = await _client.GetAsync("/api/documents" + query);
        response.EnsureSuccessStatusCode();
        return await ApiFixture.Json(response);
    }
}
