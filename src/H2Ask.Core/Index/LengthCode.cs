using System.Numerics;

namespace H2Ask.Core.Index;

/// <summary>A field's length in one byte: exact below sixteen, else four binary digits of it.</summary>
internal static class LengthCode
{
    private const int Exact = 16;

    /// <summary>The code of a length.</summary>
    public static byte Encode(int length)
    {
        if (length < Exact) return (byte)length;
        var shift = BitOperations.Log2((uint)length) - 3;
        return (byte)(Exact + ((shift - 1) * 8) + (length >> shift) - 8);
    }

    /// <summary>The length that a code stands for.</summary>
    public static int Decode(byte code)
    {
        if (code < Exact) return code;
        var above = code - Exact;
        return (int)Math.Min((8L + (above % 8)) << ((above / 8) + 1), int.MaxValue);
    }
}
