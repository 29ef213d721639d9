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
}
