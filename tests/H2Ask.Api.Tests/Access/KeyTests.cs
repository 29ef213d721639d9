using System.Net;
using H2Ask.Api.Access;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace H2Ask.Api.Tests.Access;

public sealed class KeyTests
{
    private const string Reading = "/api/documents";
    private const string Writing = "/api/changes";

    [Fact]
    public async Task Without_keys_this_machine_may_ask_whatever_key_it_sends()
    {
        await using var service = await Start();

        Assert.Equal(HttpStatusCode.OK, await service.StatusAsync(Reading));
        Assert.Equal(HttpStatusCode.OK, await service.StatusAsync(Reading, "Authorization: Bearer any"));
    }

    [Fact]
    public async Task Once_a_key_is_set_asking_needs_one()
    {
        await using var service = await Start([.. Keys.ReaderSettings, .. Keys.WriterSettings]);

        Assert.Equal(HttpStatusCode.Unauthorized, (await service.AskAsync()).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, await service.StatusAsync(Reading, $"Authorization: Basic {Keys.Reader}"));
        Assert.Equal(HttpStatusCode.Unauthorized, await service.StatusAsync(Reading, $"Authorization: Bearer {Keys.Reader}x"));
        Assert.Equal(HttpStatusCode.Unauthorized, await service.StatusAsync($"{Reading}?key={Keys.Reader}&api_key={Keys.Reader}"));
        Assert.Equal(HttpStatusCode.Unauthorized, await service.StatusAsync("/api/nothing"));
        Assert.Equal(HttpStatusCode.OK, await service.StatusAsync(Reading, $"Authorization: Bearer {Keys.Reader}"));
        Assert.Equal(HttpStatusCode.OK, await service.StatusAsync(Reading, $"authorization: bearer {Keys.Writer}"));
        Assert.Equal(HttpStatusCode.OK, await service.StatusAsync(Reading, $"X-Api-Key: {Keys.Reader}"));
    }

    [Fact]
    public async Task A_refusal_says_what_to_send_and_never_what_was_sent()
    {
        await using var service = await Start(Keys.ReaderSettings);

        using var missing = await service.GetAsync(Reading);
        using var unknown = await service.GetAsync(Reading, "X-Api-Key: h2a_unknown");

        Assert.Equal("Bearer", missing.Headers.WwwAuthenticate.Single().Scheme);
        Assert.Equal("application/problem+json", missing.Content.Headers.ContentType?.MediaType);
        Assert.Contains("Authorization: Bearer", (await ApiFixture.Json(missing)).GetProperty("detail").GetString(), StringComparison.Ordinal);
        var text = await unknown.Content.ReadAsStringAsync();
        Assert.Contains("does not know this key", text, StringComparison.Ordinal);
        Assert.DoesNotContain("h2a_unknown", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Health_needs_no_key_and_counts_documents_for_those_who_may_ask()
    {
        await using var service = await Start(Keys.ReaderSettings);

        Assert.Equal(HttpStatusCode.OK, await service.StatusAsync("/health/live"));
        var anyone = await ApiFixture.Json(await service.GetAsync("/health/ready"));
        var reader = await ApiFixture.Json(await service.GetAsync("/health/ready", $"X-Api-Key: {Keys.Reader}"));
        Assert.Equal(System.Text.Json.JsonValueKind.Null, anyone.GetProperty("documents").ValueKind);
        Assert.Equal(1, reader.GetProperty("documents").GetInt32());
    }

    [Fact]
    public async Task An_open_service_takes_questions_without_a_key_and_changes_only_with_one()
    {
        await using var service = await Start([.. Keys.ReaderSettings, .. Keys.WriterSettings, "--Access:Open", "true"]);

        Assert.Equal(HttpStatusCode.OK, await service.StatusAsync(Reading));
        Assert.Equal(HttpStatusCode.Unauthorized, await service.StatusAsync(Writing));
        Assert.Equal(HttpStatusCode.Forbidden, await service.StatusAsync(Writing, $"X-Api-Key: {Keys.Reader}"));
        Assert.Equal(HttpStatusCode.OK, await service.StatusAsync(Writing, $"X-Api-Key: {Keys.Writer}"));
    }

    [Fact]
    public async Task Without_a_key_that_may_write_nothing_is_changed_and_it_is_said_how_to_make_one()
    {
        await using var service = await Start();

        using var response = await service.GetAsync(Writing);

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Contains("--write", (await ApiFixture.Json(response)).GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    private static Task<RunningService> Start(params string[] settings) =>
        RunningService.StartAsync(app => app.MapGet(Writing, () => TypedResults.Ok()).RequireWriteKey(), settings);
}
