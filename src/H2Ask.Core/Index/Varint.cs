namespace H2Ask.Core.Index;

/// <summary>Whole numbers in as many bytes as they need, seven bits a byte.</summary>
internal static class Varint
{
    /// <summary>The most bytes that a number takes.</summary>
    public const int Longest = 5;

    /// <summary>Writes a number; gives how many bytes it took.</summary>
    public static int Write(uint number, Span<byte> bytes)
    {
        var length = 0;
        for (; number >= 0x80; number >>= 7) bytes[length++] = (byte)(number | 0x80);
        bytes[length++] = (byte)number;
        return length;
    }

    /// <summary>Reads a number from the front; false where the bytes end before it.</summary>
    public static bool TryRead(ref ReadOnlySpan<byte> bytes, out int number)
    {
        number = 0;
        for (var i = 0; i < Math.Min(bytes.Length, Longest); i++)
        {
            number |= (bytes[i] & 0x7F) << (7 * i);
            if (bytes[i] >= 0x80) continue;
            bytes = bytes[(i + 1)..];
            return number >= 0;
        }

        return false;
    }
}
