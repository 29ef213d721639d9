using System.Net.Http.Headers;
using System.Security.Claims;
using System.Text.Encodings.Web;
using H2Ask.Api.Hosting;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Options;

namespace H2Ask.Api.Access;

/// <summary>Knows who asks by the key in <c>Authorization: Bearer</c> or <c>X-Api-Key</c>, and says what to do where one is missing or may not.</summary>
internal sealed class KeyAuthentication(
    AccessKeys keys, IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logs, UrlEncoder encoder)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logs, encoder)
{
    public const string SchemeName = "Bearer";
    public const string WriteClaim = "write";

    private const string KeyHeader = "X-Api-Key";
    private const string MakeWriteKey = "No key that may write is set. Make one with the command line (H2Ask.Indexer key --name NAME --write), put the lines that it prints into the settings, and start the service again.";

    /// <inheritdoc />
    protected override Task<AuthenticateResult> HandleAuthenticateAsync() => Task.FromResult(
        Presented() is not { } presented ? AuthenticateResult.NoResult()
        : keys.Find(presented) is { } key ? AuthenticateResult.Success(Ticket(key))
        : AuthenticateResult.Fail("The key is not known."));

    /// <inheritdoc />
    protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        if (NeedsWriting && !keys.CanWrite)
        {
            await HandleForbiddenAsync(properties);
            return;
        }

        Response.Headers.WWWAuthenticate = SchemeName;
        var detail = Presented() is null
            ? "Send a key in the header Authorization: Bearer KEY, or X-Api-Key: KEY. Whoever runs the service makes one with H2Ask.Indexer key --name NAME."
            : "The service does not know this key. Check that it is whole, or ask whoever runs the service for another.";
        await Problems.RefuseAsync(Context, StatusCodes.Status401Unauthorized, "A key is needed", detail);
    }

    /// <inheritdoc />
    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) => Problems.RefuseAsync(
        Context,
        StatusCodes.Status403Forbidden,
        "This needs a key that may write",
        keys.CanWrite ? "This key may ask, but not change documents. Use one that was made with --write." : MakeWriteKey);

    private bool NeedsWriting =>
        Context.GetEndpoint()?.Metadata.GetOrderedMetadata<IAuthorizeData>().Any(need => need.Policy == AccessConventions.WritePolicy) == true;

    private string? Presented()
    {
        if (Request.Headers[KeyHeader].ToString() is { Length: > 0 } key) return key;
        return AuthenticationHeaderValue.TryParse(Request.Headers.Authorization, out var header)
            && header.Scheme.Equals(SchemeName, StringComparison.OrdinalIgnoreCase) ? header.Parameter : null;
    }

    private static AuthenticationTicket Ticket(KeySettings key)
    {
        var identity = new ClaimsIdentity([new Claim(ClaimTypes.Name, key.Name)], SchemeName);
        if (key.Write) identity.AddClaim(new Claim(WriteClaim, bool.TrueString));
        return new AuthenticationTicket(new ClaimsPrincipal(identity), SchemeName);
    }
}
