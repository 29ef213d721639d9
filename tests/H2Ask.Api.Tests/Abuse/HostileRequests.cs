using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace H2Ask.Api.Tests.Abuse;

/// <summary>Requests that no honest client sends, to every endpoint that there is.</summary>
internal static class HostileRequests
{
    private static readonly string[] Methods = ["GET", "POST", "PUT", "DELETE", "HEAD", "OPTIONS", "PATCH", "TRACE", "BREW", "get"];

    private static readonly string[] Segments =
    [
        "407cbef7e454a1ca", "a", "%00", "%2e%2e", "..%2f..%2fetc", "%E6%B0%A2", "%ff%fe", "a%0d%0ab", "con.txt", ".hidden", "x.exe", "%5c%5cserver", "%25", "0", "-1", "nul%00.txt", new string('a', 3000), "a.txt", "%F0%A0%AE%B7.docx", "%E2%80%AEtxt.a",
    ];

    private static readonly string[] Names = ["offset", "limit", "q", "region", "year", "kind", "file", "stream", "key", "%00", "", "limit[]"];

    private static readonly string[] Values =
        ["0", "1", "-1", "1000", "1001", "99999999999999", "1e5", "abc", "", "%", "%zz", "%ff", "%00", "%E6%B0%A2", "2023", "%F0%A0%AE%B7", "+", "a%26b%3Dc", "%2B1", new string('9', 400)];

    private static readonly string[] ContentTypes =
    [
        "application/json", "application/json", "application/json", "application/json; charset=utf-8", "application/json; charset=utf-16", "application/json; charset=nonsense", "application/json; charset=utf-7", "application/json; charset=\"utf-8\"", "text/plain", "text/event-stream", "multipart/form-data; boundary=x",
        "application/x-www-form-urlencoded", "application/problem+json", "application/octet-stream", "a/b/c", "", ";", "application/json;;;=",
    ];

    private static readonly string[] Headers =
    [
        "Accept: text/event-stream", "Accept: */*;q=nan", "Accept: ,,,", "Accept: text/event-stream;q=0", "Authorization: Bearer", "Authorization: Bearer h2a_no", "Authorization: Basic %%%", "Authorization: \u0001", "X-Api-Key: ", "X-Api-Key: 氢", "X-Request-Id: \t",
        "X-Request-Id: ok-1", $"X-Request-Id: {new string('x', 4000)}", "X-Forwarded-For: 1.2.3.4, ,,, nonsense", "X-Forwarded-Host: evil", "Origin: null", "Origin: https://evil.example", "Cookie: a=b; c", "Range: bytes=0-,-5", "If-None-Match: \"\"",
        "If-Match: *", "Content-Encoding: gzip", "Content-Encoding: nonsense", "Accept-Encoding: br;q=2, gzip", "Accept-Language: zh;q=x", "Expect: 100-continue", "Upgrade: websocket", "Connection: Upgrade", "Traceparent: 00-zz-zz-zz", "X-Http-Method-Override: DELETE", "Date: never",
    ];

    private static readonly string[] Breaks =
    [
        "Content-Length: 5000", "Content-Length: -1", "Content-Length: 1e3", "Content-Length: 99999999999999999999", "Transfer-Encoding: chunked", "Transfer-Encoding: chunked, gzip", "Transfer-Encoding: nonsense", "No colon", " leading: blank", "Nul: a\0b", "Blank : before",
        "Folded: a\r\n b", "Host: b", ": no name", "Ünicode: x", "Bare: a\rb", "LineFeed: a\nInjected: b",
    ];

    private static readonly string[] Starts =
    [
        "GET /", "GET / HTTP/9.9", "GET / HTTP/1.0", "GET  /  HTTP/1.1", "PRI * HTTP/2.0", "", " ", "\0\0\0", "GET /氢 HTTP/1.1", "GET /%ZZ HTTP/1.1", "GET http://evil.example/api/documents HTTP/1.1", "GET http:// HTTP/1.1", "OPTIONS * HTTP/1.1", "CONNECT a:1 HTTP/1.1", "GET ../../etc HTTP/1.1",
        "POST /api/ask HTTP/1.1", "GET /api/documents?q=\u0001 HTTP/1.1", $"GET /{new string('a', 9000)} HTTP/1.1", "\u0016\u0003\u0001\u0002\0\u0001\0\u0001", "{\"question\":\"a\"}",
    ];

    /// <summary>Requests to the endpoints, each a method and a pattern, whose bodies have the members.</summary>
    public static Gen<RawRequest> To(IReadOnlyList<(string Method, string Pattern)> endpoints, IReadOnlyList<string> members) =>
        Gen.Frequency((300, Framed(endpoints, HostileJson.Bodies(members))), (1, Framed(endpoints, HostileJson.Large())), (60, Broken(HostileJson.Bodies(members))));

    private static Gen<RawRequest> Framed(IReadOnlyList<(string Method, string Pattern)> endpoints, Gen<byte[]> bodies) =>
        from endpoint in Gen.Elements(endpoints.ToArray())
        from method in Gen.Frequency((5, Gen.Constant(endpoint.Method)), (1, Gen.Elements(Methods)))
        from segments in Gen.Elements(Segments).ListOf(3)
        from query in Query()
        from type in Gen.Elements(ContentTypes)
        from headers in Gen.Elements(Headers).ListOf(2)
        from some in Gen.Choose(0, 2)
        from host in Gen.Frequency((20, Gen.Constant("localhost")), (1, Gen.Elements("evil.example", "[::1", "a b", "", "localhost:99999")))
        from body in method is "POST" or "PUT" or "PATCH" ? bodies : Gen.Constant<byte[]>([])
        select RawRequest.Framed(method, Path(endpoint.Pattern, segments) + query, [$"Host: {host}", $"Content-Type: {type}", .. headers.Take(some)], body);

    private static Gen<string> Query() =>
        from names in Gen.Elements(Names).ListOf(2)
        from values in Gen.Elements(Values).ListOf(2)
        from count in Gen.Choose(0, 2)
        select count == 0 ? string.Empty : "?" + string.Join('&', names.Zip(values, (name, value) => $"{name}={value}").Take(count));

    private static Gen<RawRequest> Broken(Gen<byte[]> bodies) =>
        from start in Gen.Elements(Starts)
        from line in Gen.Elements(Breaks)
        from many in Gen.Frequency((10, Gen.Constant(1)), (1, Gen.Constant(150)))
        from cut in Gen.Choose(0, 400)
        from body in bodies
        let whole = RawRequest.Lines([start, "Host: localhost", "Content-Type: application/json", .. Enumerable.Repeat(line, many)], body)
        select cut > 100 ? whole : new RawRequest(whole.Bytes[..Math.Min(cut, whole.Bytes.Length)], IsFramed: false);

    private static string Path(string pattern, IEnumerable<string> segments)
    {
        var rest = new Queue<string>(segments);
        var path = new StringBuilder();
        foreach (var part in pattern.Split('/', StringSplitOptions.RemoveEmptyEntries)) path.Append('/').Append(part.StartsWith('{') ? rest.Dequeue() : part);
        return path.Length == 0 ? "/" : path.ToString();
    }
}
