using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace H2Ask.Core.Index;

/// <summary>
/// Packs 128 whole numbers in as few bits each as the largest needs. Four lanes of 32 numbers stand side by side, so that one instruction
/// takes four numbers out.
/// </summary>
internal static class PostingBlock
{
    /// <summary>How many numbers a block has.</summary>
    public const int Size = 128;

    private const int Lanes = 4;
    private const int Rows = Size / Lanes;

    /// <summary>How many bytes a block takes.</summary>
    public static int Bytes(int bits) => bits * Lanes * sizeof(uint);

    /// <summary>How many bits the largest of the numbers needs.</summary>
    public static int Bits(ReadOnlySpan<int> numbers)
    {
        var all = 0u;
        foreach (var number in numbers) all |= (uint)number;
        return BitOperations.Log2(all | 1) + (all == 0 ? 0 : 1);
    }

    /// <summary>Packs a block.</summary>
    public static void Pack(ReadOnlySpan<int> numbers, int bits, Span<byte> packed)
    {
        var words = MemoryMarshal.Cast<byte, uint>(packed[..Bytes(bits)]);
        words.Clear();
        if (bits == 0) return;
        for (var i = 0; i < Size; i++)
        {
            var (row, lane) = Math.DivRem(i, Lanes);
            var (word, shift) = Math.DivRem(row * bits, 32);
            words[(word * Lanes) + lane] |= (uint)numbers[i] << shift;
            if (shift + bits > 32) words[((word + 1) * Lanes) + lane] |= (uint)numbers[i] >> (32 - shift);
        }
    }

    /// <summary>Takes a block out; <paramref name="packed"/> holds exactly its bytes.</summary>
    public static void Unpack(ReadOnlySpan<byte> packed, int bits, Span<int> numbers)
    {
        if (bits == 0)
        {
            numbers[..Size].Clear();
            return;
        }

        var words = MemoryMarshal.Cast<byte, Vector128<uint>>(packed[..Bytes(bits)]);
        var rows = MemoryMarshal.Cast<int, Vector128<uint>>(numbers[..Size]);
        var mask = Vector128.Create(bits == 32 ? uint.MaxValue : (1u << bits) - 1);
        var word = 0;
        var shift = 0;
        for (var row = 0; row < Rows; row++)
        {
            var value = Vector128.ShiftRightLogical(words[word], shift);
            shift += bits;
            if (shift >= 32)
            {
                shift -= 32;
                word++;
                if (shift > 0) value |= Vector128.ShiftLeft(words[word], bits - shift);
            }

            rows[row] = value & mask;
        }
    }
}
