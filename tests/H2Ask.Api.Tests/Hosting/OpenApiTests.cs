namespace H2Ask.Api.Tests.Hosting;

public sealed class OpenApiTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    [Fact]
    public async Task Every_endpoint_of_the_api_is_described()
    {
        var description = await ApiFixture.Json(await api.CreateClient().GetAsync("/openapi/v1.json"));

        var paths = description.GetProperty("paths").EnumerateObject().Select(path => path.Name).Order(StringComparer.Ordinal);
        Assert.Equal(
            ["/api/ask", "/api/documents", "/api/documents/{id}", "/api/documents/{id}/text", "/api/search", "/health/live", "/health/ready"], paths);
    }

    [Theory]
    [InlineData("StatementResponse", "label", "compared")]
    [InlineData("StatementResponse", "note", "document")]
    [InlineData("AskResponse", "notice", "language of the question")]
    public async Task What_an_answer_says_besides_is_described(string type, string member, string words)
    {
        var description = await ApiFixture.Json(await api.CreateClient().GetAsync("/openapi/v1.json"));

        var property = description.GetProperty("components").GetProperty("schemas").GetProperty(type).GetProperty("properties").GetProperty(member);
        Assert.Contains(words, property.GetProperty("description").GetString(), StringComparison.Ordinal);
        Assert.Equal(["null", "string"], property.GetProperty("type").EnumerateArray().Select(kind => kind.GetString()));
    }
}
