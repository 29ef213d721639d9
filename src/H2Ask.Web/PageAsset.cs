using System.IO.Compression;
using System.Security.Cryptography;

namespace H2Ask.Web;

/// <summary>One file of the page, ready to be sent.</summary>
/// <param name="ContentType">Its media type.</param>
/// <param name="Content">The file as it is.</param>
/// <param name="Compressed">The file compressed with Brotli.</param>
/// <param name="ETag">Changes with its content.</param>
internal sealed record PageAsset(string ContentType, byte[] Content, byte[] Compressed, string ETag)
{
    /// <summary>Reads a file of the page.</summary>
    public static PageAsset Read(string path, Stream stream)
    {
        using var content = new MemoryStream();
        stream.CopyTo(content);
        var bytes = content.ToArray();
        using var compressed = new MemoryStream();
        using (var brotli = new BrotliStream(compressed, CompressionLevel.SmallestSize, leaveOpen: true)) brotli.Write(bytes);
        return new PageAsset(TypeOf(path), bytes, compressed.ToArray(), $"\"{Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 8))}\"");
    }

    private static string TypeOf(string path) => Path.GetExtension(path) switch
    {
        ".html" => "text/html; charset=utf-8",
        ".css" => "text/css; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        ".svg" => "image/svg+xml",
        ".png" => "image/png",
        ".webmanifest" => "application/manifest+json",
        _ => "application/octet-stream",
    };
}
