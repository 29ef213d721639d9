using System.Net;
using H2Ask.Api.Hosting;
using Microsoft.Extensions.Primitives;

namespace H2Ask.Api.Access;

/// <summary>Answers only to the service's own names: else a web page could have its own name lead to this machine and ask from inside.</summary>
internal static class HostNames
{
    private const string Setting = "AllowedHosts";

    /// <summary>Refuses requests to other names.</summary>
    public static void UseHostNames(this WebApplication app)
    {
        var allowed = (app.Configuration[Setting] ?? string.Empty).Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var addresses = app.Services.GetRequiredService<ListeningAddresses>();
        app.Use((context, next) => Answers(context.Request.Host, allowed, addresses)
            ? next(context)
            : Problems.RefuseAsync(
                context,
                StatusCodes.Status400BadRequest,
                "The service does not go by this name",
                "Whoever runs the service names those that it goes by in the setting AllowedHosts, such as ask.example.org;10.0.0.5."));
    }

    private static bool Answers(HostString host, string[] allowed, ListeningAddresses addresses)
    {
        // Every browser says whom it asks; simple programs may not.
        if (!host.HasValue || IsOfThisMachine(host.Host)) return true;
        if (allowed.Length == 0) return !addresses.AreOfThisMachine;
        return allowed.Contains("*") || HostString.MatchesAny(new StringSegment(host.Host), Array.ConvertAll(allowed, name => new StringSegment(name)));
    }

    private static bool IsOfThisMachine(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));
}
