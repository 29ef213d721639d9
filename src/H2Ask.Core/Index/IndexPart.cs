using System.Security.Cryptography;

namespace H2Ask.Core.Index;

/// <summary>A file of an index as it was written.</summary>
/// <param name="Name">Its name in the folder of its generation.</param>
/// <param name="Length">How many bytes it has.</param>
/// <param name="Sha256">The SHA-256 of its content, in hexadecimal.</param>
public sealed record IndexPart(string Name, long Length, string Sha256)
{
    /// <summary>Reads a file to know it again.</summary>
    internal static IndexPart Of(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 1 << 20);
        return new IndexPart(Path.GetFileName(path), file.Length, Convert.ToHexStringLower(SHA256.HashData(file)));
    }
}
