using System.Net;
using System.Net.Http.Json;
using Microsoft.AspNetCore.Builder;

namespace H2Ask.Api.Tests.Hosting;

public sealed class HeadersTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private readonly HttpClient _client = api.CreateClient();

    [Theory]
    [InlineData("/")]
    [InlineData("/js/main.js")]
    [InlineData("/health/live")]
    [InlineData("/openapi/v1.json")]
    [InlineData("/api/documents")]
    [InlineData("/api/documents?limit=0")]
    [InlineData("/nowhere")]
    public async Task Every_response_says_what_a_browser_may_do_with_it(string path)
    {
        using var response = await _client.GetAsync(path);

        var policy = response.Headers.GetValues("Content-Security-Policy").Single();
        Assert.StartsWith("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
        foreach (var name in (string[])["Referrer-Policy", "Permissions-Policy", "Cross-Origin-Opener-Policy", "Cross-Origin-Resource-Policy", "X-Request-Id"])
        {
            Assert.Single(response.Headers.GetValues(name));
        }

        if (path.StartsWith("/api", StringComparison.Ordinal)) Assert.True(response.Headers.CacheControl!.NoStore);
        Assert.False(response.Headers.Contains("Server"));
        Assert.False(response.Headers.Contains("Access-Control-Allow-Origin"));
    }

    [Theory]
    [InlineData("order-66.a_b", true)]
    [InlineData("has blanks", false)]
    [InlineData("<script>", false)]
    [InlineData("氢", false)]
    public async Task A_harmless_id_of_a_request_is_kept_and_any_other_replaced(string given, bool isKept)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/ask") { Content = JsonContent.Create(new { question = "" }) };
        request.Headers.TryAddWithoutValidation("X-Request-Id", given);

        using var response = await _client.SendAsync(request);

        var id = response.Headers.GetValues("X-Request-Id").Single();
        Assert.Equal(isKept, id == given);
        Assert.Equal(id, (await ApiFixture.Json(response)).GetProperty("requestId").GetString());
    }

    [Fact]
    public async Task A_fault_of_the_service_shows_nothing_of_its_inside()
    {
        await using var service = await RunningService.StartAsync(app => app.MapGet("/api/broken", string () => throw new InvalidOperationException("secret-of-the-inside")));

        using var response = await service.GetAsync("/api/broken", "X-Request-Id: seen-1");

        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
        var text = await response.Content.ReadAsStringAsync();
        Assert.DoesNotContain("secret-of-the-inside", text, StringComparison.Ordinal);
        Assert.Contains("seen-1", text, StringComparison.Ordinal);
    }
}
