using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace H2Ask.Core.Index;

/// <summary>The manifest on disk: a line of JSON, and its own SHA-256 in the next.</summary>
internal static class ManifestFile
{
    private const string Name = "manifest.json";

    /// <summary>Writes the manifest into the folder of a generation, and waits until it is on the disk.</summary>
    public static void Write(string generation, IndexManifest manifest)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(manifest, IndexJsonContext.OfIndex.IndexManifest);
        using var file = new FileStream(Path.Combine(generation, Name), FileMode.CreateNew, FileAccess.Write, FileShare.None);
        file.Write([.. json, (byte)'\n', .. Checksum(json)]);
        file.Flush(flushToDisk: true);
    }

    /// <summary>Reads the manifest of a generation.</summary>
    /// <exception cref="IndexException">It is missing, damaged, or another version's.</exception>
    public static IndexManifest Read(string generation)
    {
        var path = Path.Combine(generation, Name);
        var content = ReadBytes(path).AsSpan();
        var end = content.IndexOf((byte)'\n');
        if (end < 0 || !content[(end + 1)..].SequenceEqual(Checksum(content[..end]))) throw new IndexException($"The index file {path} is damaged: its checksum does not fit. {IndexException.Remedy}");
        try
        {
            if (JsonSerializer.Deserialize(content[..end], IndexJsonContext.OfIndex.IndexManifest) is { Format: IndexManifest.CurrentFormat } manifest) return manifest;
        }
        catch (JsonException)
        {
            // Whole, but not what this version writes.
        }

        throw new IndexException($"The index {path} is not one that this version can read. {IndexException.Remedy}");
    }

    private static byte[] ReadBytes(string path)
    {
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new IndexException($"The index file {path} can't be read: {fault.Message} {IndexException.Remedy}", fault);
        }
    }

    private static byte[] Checksum(ReadOnlySpan<byte> json) => Encoding.ASCII.GetBytes(Convert.ToHexStringLower(SHA256.HashData(json)));
}
