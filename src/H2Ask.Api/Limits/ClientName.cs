using System.Net;
using System.Net.Sockets;

namespace H2Ask.Api.Limits;

/// <summary>Who a request counts for: its key, else the address that it comes from.</summary>
internal static class ClientName
{
    /// <summary>So many bytes of an IPv6 address name the customer; the rest is theirs to choose.</summary>
    private const int NetworkBytes = 8;

    /// <summary>A name that is the same for all requests of one client.</summary>
    public static string Of(HttpContext context) => context.User.Identity?.Name is { } key ? $"key {key}" : Of(context.Connection.RemoteIpAddress);

    private static string Of(IPAddress? address) => address switch
    {
        null => string.Empty,
        { IsIPv4MappedToIPv6: true } => address.MapToIPv4().ToString(),
        { AddressFamily: AddressFamily.InterNetworkV6 } => Convert.ToHexStringLower(address.GetAddressBytes().AsSpan(0, NetworkBytes)),
        _ => address.ToString(),
    };
}
