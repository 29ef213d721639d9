using System.Globalization;
using System.Text;

namespace H2Ask.Api.Tests.Abuse;

/// <summary>What is sent, byte by byte.</summary>
/// <param name="Bytes">All of it.</param>
/// <param name="IsFramed">Whether it is a request that ends where it says, so that the connection can be kept.</param>
internal sealed record RawRequest(byte[] Bytes, bool IsFramed)
{
    /// <summary>So much of a request is shown.</summary>
    private const int Shown = 600;

    /// <summary>Whether the response has no body.</summary>
    public bool IsHead => Bytes.AsSpan().StartsWith("HEAD "u8);

    /// <summary>A request that ends where it says.</summary>
    public static RawRequest Framed(string method, string target, IEnumerable<string> headers, byte[] body)
    {
        var length = body.Length > 0 || method is "POST" or "PUT" or "PATCH" ? [string.Create(CultureInfo.InvariantCulture, $"Content-Length: {body.Length}")] : (string[])[];
        return new RawRequest([.. Head([$"{method} {target} HTTP/1.1", .. headers, .. length]), .. body], IsFramed: true);
    }

    /// <summary>Lines as they stand, then a body.</summary>
    public static RawRequest Lines(IEnumerable<string> lines, byte[] body) => new([.. Head(lines), .. body], IsFramed: false);

    /// <inheritdoc />
    public override string ToString() => Encoding.Latin1.GetString(Bytes.AsSpan(0, Math.Min(Bytes.Length, Shown)));

    private static byte[] Head(IEnumerable<string> lines) => Encoding.UTF8.GetBytes(string.Join("\r\n", lines) + "\r\n\r\n");
}
