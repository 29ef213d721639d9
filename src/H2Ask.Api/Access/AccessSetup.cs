using H2Ask.Api.Settings;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.AspNetCore.HostFiltering;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using IPAddress = System.Net.IPAddress;
using IPNetwork = System.Net.IPNetwork;

namespace H2Ask.Api.Access;

/// <summary>Who may use the service, and what of it.</summary>
internal static class AccessSetup
{
    /// <summary>Adds the services.</summary>
    public static void AddAccess(this IServiceCollection services)
    {
        services.AddSettings<AccessOptions>(AccessOptions.Section);
        services.AddSingleton<IValidateOptions<AccessOptions>, AccessOptionsValidation>();
        services.AddSingleton<AccessKeys>();
        services.AddAuthentication(KeyAuthentication.SchemeName).AddScheme<AuthenticationSchemeOptions, KeyAuthentication>(KeyAuthentication.SchemeName, null);
        services.AddAuthorization();
        services.AddOptions<AuthorizationOptions>().Configure<AccessKeys>(Authorize);
        services.AddSingleton<ListeningAddresses>().AddSingleton<IConnectionListenerFactory>(found => found.GetRequiredService<ListeningAddresses>());
        // HostNames takes its place, and says what is wrong.
        services.PostConfigure<HostFilteringOptions>(hosts => hosts.AllowedHosts = ["*"]);
        services.AddCors();
        services.AddOptions<CorsOptions>().Configure<IOptions<AccessOptions>>((cors, access) => cors.AddDefaultPolicy(policy => Allow(policy, access.Value)));
        services.AddOptions<ForwardedHeadersOptions>().Configure<IOptions<AccessOptions>>((forwarded, access) => Believe(forwarded, access.Value));
    }

    /// <summary>Knows who asks, as far as the proxies that are believed and the keys tell.</summary>
    public static void UseCallers(this WebApplication app)
    {
        app.UseForwardedHeaders();
        app.UseHostNames();
        if (app.Configuration.GetSection($"{AccessOptions.Section}:{nameof(AccessOptions.Origins)}").GetChildren().Any()) app.UseCors();
        app.UseAuthentication();
    }

    private static void Authorize(AuthorizationOptions authorization, AccessKeys keys)
    {
        authorization.AddPolicy(AccessConventions.WritePolicy, policy => policy.RequireClaim(KeyAuthentication.WriteClaim));
        // What no endpoint speaks of needs a key too, so that a new one is not open by oversight.
        authorization.FallbackPolicy = new AuthorizationPolicyBuilder().RequireAssertion(context => keys.MayRead(context.User)).Build();
    }

    private static void Allow(CorsPolicyBuilder policy, AccessOptions access) => policy
        .WithOrigins(access.Origins)
        .AllowAnyHeader()
        .WithMethods(HttpMethods.Get, HttpMethods.Post, HttpMethods.Put, HttpMethods.Delete)
        .WithExposedHeaders(HeaderNames.Location, HeaderNames.RetryAfter, HeaderNames.WWWAuthenticate, Hosting.RequestIds.Header);

    private static void Believe(ForwardedHeadersOptions forwarded, AccessOptions access)
    {
        forwarded.KnownIPNetworks.Clear();
        forwarded.KnownProxies.Clear();
        // Whoever the last proxy that is believed names; nobody where there is none.
        forwarded.ForwardLimit = null;
        forwarded.ForwardedHeaders = access.Proxies.Length == 0 ? ForwardedHeaders.None : ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
        foreach (var proxy in access.Proxies)
        {
            if (IPAddress.TryParse(proxy, out var address)) forwarded.KnownProxies.Add(address);
            else forwarded.KnownIPNetworks.Add(IPNetwork.Parse(proxy));
        }
    }
}
