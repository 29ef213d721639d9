using System.Net;
using H2Ask.Tests;

namespace H2Ask.Api.Tests.Access;

public sealed class AddressTests
{
    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "H2Ask.Api.dll");

    [Theory]
    [InlineData("--urls", "http://0.0.0.0:0")]
    [InlineData("--urls", "http://*:0")]
    [InlineData("--urls", "http://127.0.0.1:0;http://[::]:0")]
    [InlineData("--Kestrel:Endpoints:Other:Url", "http://+:0")]
    public async Task An_address_that_others_reach_is_not_served_without_keys(string setting, string address)
    {
        var (status, _, errors) = await ChildProcess.RunAsync("dotnet", Program, setting, address, "--Embedding:Model", "none");

        Assert.Equal(1, status);
        Assert.Contains("no key is set", errors, StringComparison.Ordinal);
        Assert.Contains("Access:Open", errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_served_with_a_key_or_when_it_is_said_to_be_open()
    {
        await using var guarded = await RunningService.StartAsync(null, [.. Keys.ReaderSettings, "--urls", "http://0.0.0.0:0"]);
        await using var open = await RunningService.StartAsync(null, "--Access:Open", "true", "--urls", "http://0.0.0.0:0");

        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(guarded));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(open));

        static async Task<HttpStatusCode> StatusAsync(RunningService service)
        {
            using var client = new HttpClient();
            return (await client.GetAsync(new Uri($"http://127.0.0.1:{service.Address.Port}/api/documents"))).StatusCode;
        }
    }

    [Theory]
    [InlineData("localhost:80", HttpStatusCode.OK)]
    [InlineData("127.0.0.1", HttpStatusCode.OK)]
    [InlineData("[::1]:5080", HttpStatusCode.OK)]
    [InlineData("evil.example", HttpStatusCode.BadRequest)]
    [InlineData("localhost.evil.example", HttpStatusCode.BadRequest)]
    [InlineData("192.168.0.7", HttpStatusCode.BadRequest)]
    public async Task On_this_machine_only_its_own_names_are_answered(string host, HttpStatusCode status)
    {
        await using var service = await RunningService.StartAsync();

        Assert.Equal(status, await service.StatusAsync("/api/documents", $"Host: {host}"));
    }

    [Theory]
    [InlineData("ask.example", HttpStatusCode.OK)]
    [InlineData("a.team.example", HttpStatusCode.OK)]
    [InlineData("evil.example", HttpStatusCode.BadRequest)]
    public async Task The_names_that_are_set_are_answered_and_no_others(string host, HttpStatusCode status)
    {
        await using var service = await RunningService.StartAsync(null, "--AllowedHosts", "ask.example;*.team.example");

        Assert.Equal(status, await service.StatusAsync("/api/documents", $"Host: {host}"));
    }

    [Fact]
    public async Task Other_sites_pages_are_let_in_only_when_they_are_named()
    {
        await using var closed = await RunningService.StartAsync();
        await using var open = await RunningService.StartAsync(null, "--Access:Origins:0", "https://intranet.example");

        Assert.Null(await AllowedAsync(closed, "https://intranet.example"));
        Assert.Null(await AllowedAsync(open, "https://evil.example"));
        Assert.Equal("https://intranet.example", await AllowedAsync(open, "https://intranet.example"));

        static async Task<string?> AllowedAsync(RunningService service, string origin)
        {
            using var response = await service.GetAsync("/api/documents", $"Origin: {origin}");
            return response.Headers.TryGetValues("Access-Control-Allow-Origin", out var allowed) ? allowed.Single() : null;
        }
    }
}
