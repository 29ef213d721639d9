using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace H2Ask.Core.Access;

/// <summary>Keys that let a program or a person use the service. Only their hashes are kept.</summary>
public static class SecretKey
{
    /// <summary>What every key begins with, so that one in the wrong place is known for what it is.</summary>
    public const string Prefix = "h2a_";

    /// <summary>How long a hash is (hexadecimal digits).</summary>
    public const int HashDigits = SHA256.HashSizeInBytes * 2;

    private const int Bytes = 32;

    /// <summary>Makes a key that nobody can guess.</summary>
    public static string Create() => Prefix + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>The hash of a key, in hexadecimal digits. A key is random and long, so it needs neither salt nor slowness.</summary>
    public static string HashOf(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));
}
