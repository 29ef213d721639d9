using System.Numerics;
using System.Runtime.InteropServices;

namespace H2Ask.Core.Index;

/// <summary>A checksum (CRC-32C) that costs next to nothing, so that each part of the lexical index is checked when it is used.</summary>
internal static class Checksum
{
    /// <summary>The checksum of the values' bytes.</summary>
    public static uint Of<T>(ReadOnlySpan<T> values)
        where T : unmanaged
    {
        var bytes = MemoryMarshal.AsBytes(values);
        var sum = uint.MaxValue;
        var words = MemoryMarshal.Cast<byte, ulong>(bytes);
        foreach (var word in words) sum = BitOperations.Crc32C(sum, word);
        foreach (var one in bytes[(words.Length * sizeof(ulong))..]) sum = BitOperations.Crc32C(sum, one);
        return sum;
    }
}
