using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace H2Ask.Qdrant.Stored;

/// <summary>Makes ids of points from what they carry: the same content has the same id, and other content another.</summary>
internal static class PointIds
{
    /// <summary>The id of a point that carries that.</summary>
    public static Guid Of(PointPayload payload) => Of(payload, out _);

    /// <summary>The id of a point that carries that, and how many bytes it is.</summary>
    public static Guid Of(PointPayload payload, out int length)
    {
        var content = JsonSerializer.SerializeToUtf8Bytes(payload with { From = null, Until = null }, QdrantJson.Shapes.PointPayload);
        length = content.Length;
        return FromBytes(content);
    }

    /// <summary>The id of the point that says what a generation is made of.</summary>
    public static Guid OfGeneration(string name) => FromBytes(Encoding.UTF8.GetBytes("generation " + name));

    /// <summary>A key of Core as an id.</summary>
    public static Guid FromKey(UInt128 key)
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteUInt128BigEndian(bytes, key);
        return new Guid(bytes, bigEndian: true);
    }

    private static Guid FromBytes(ReadOnlySpan<byte> content)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(content, hash);
        // Marked as a UUID of one's own making (version 8), so that strict readers take it.
        hash[6] = (byte)((hash[6] & 0x0F) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash[..16], bigEndian: true);
    }
}
