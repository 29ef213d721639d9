using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using H2Ask.Core.Access;
using Microsoft.Extensions.Options;

namespace H2Ask.Api.Access;

/// <summary>The keys that the service takes.</summary>
internal sealed class AccessKeys(IOptions<AccessOptions> options)
{
    private readonly (KeySettings Key, byte[] Hash)[] _keys =
        [.. options.Value.Keys.Select(key => (key, Encoding.ASCII.GetBytes(key.Hash.ToLowerInvariant())))];

    /// <summary>Whether there is a key that may write.</summary>
    public bool CanWrite { get; } = Array.Exists(options.Value.Keys, key => key.Write);

    /// <summary>Whether someone may ask.</summary>
    public bool MayRead(ClaimsPrincipal user) => options.Value.IsReadingOpen || user.Identity?.IsAuthenticated == true;

    /// <summary>The key that was presented; null where it is none of them. How long that takes tells nothing of the keys.</summary>
    public KeySettings? Find(string presented)
    {
        var hash = Encoding.ASCII.GetBytes(SecretKey.HashOf(presented));
        KeySettings? found = null;
        foreach (var (key, known) in _keys)
        {
            if (CryptographicOperations.FixedTimeEquals(known, hash)) found = key;
        }

        return found;
    }
}
