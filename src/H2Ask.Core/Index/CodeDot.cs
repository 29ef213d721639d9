using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace H2Ask.Core.Index;

/// <summary>
/// The product of a stored vector's codes and a question's. Codes are signed bytes with 128 added, as the processor's
/// instruction for byte products wants one side unsigned; whoever uses the product takes 128 × the sum of the question's codes away.
/// All ways give the same whole number.
/// </summary>
internal static unsafe class CodeDot
{
    /// <summary>Lengths are multiples of this.</summary>
    public const int Block = 64;

    /// <summary>The product, in the fastest way that this processor has.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Of(byte* codes, sbyte* question, int length) =>
        AvxVnni.IsSupported ? WithVnni(codes, question, length)
        : Avx2.IsSupported ? WithAvx2(codes, question, length)
        : Portable(codes, question, length);

    /// <summary>32 products an instruction.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int WithVnni(byte* codes, sbyte* question, int length)
    {
        var even = Vector256<int>.Zero;
        var odd = Vector256<int>.Zero;
        for (var i = 0; i < length; i += Block)
        {
            even = AvxVnni.MultiplyWideningAndAdd(even, Vector256.Load(codes + i), Vector256.Load(question + i));
            odd = AvxVnni.MultiplyWideningAndAdd(odd, Vector256.Load(codes + i + 32), Vector256.Load(question + i + 32));
        }

        return Vector256.Sum(even + odd);
    }

    /// <summary>Sixteen products an instruction; the one for 32 would overflow its sixteen bits.</summary>
    public static int WithAvx2(byte* codes, sbyte* question, int length)
    {
        var even = Vector256<int>.Zero;
        var odd = Vector256<int>.Zero;
        for (var i = 0; i < length; i += 32)
        {
            even += Avx2.MultiplyAddAdjacent(Avx2.ConvertToVector256Int16(codes + i), Avx2.ConvertToVector256Int16(question + i));
            odd += Avx2.MultiplyAddAdjacent(Avx2.ConvertToVector256Int16(codes + i + 16), Avx2.ConvertToVector256Int16(question + i + 16));
        }

        return Vector256.Sum(even + odd);
    }

    /// <summary>For every processor; those with vectors of 128 bits use them.</summary>
    public static int Portable(byte* codes, sbyte* question, int length)
    {
        var sum = Vector128<int>.Zero;
        for (var i = 0; i < length; i += 16)
        {
            var (codesLow, codesHigh) = Vector128.Widen(Vector128.Load(codes + i));
            var (questionLow, questionHigh) = Vector128.Widen(Vector128.Load(question + i));
            sum += Products(codesLow.AsInt16(), questionLow) + Products(codesHigh.AsInt16(), questionHigh);
        }

        return Vector128.Sum(sum);
    }

    private static Vector128<int> Products(Vector128<short> codes, Vector128<short> question)
    {
        var (codesLow, codesHigh) = Vector128.Widen(codes);
        var (questionLow, questionHigh) = Vector128.Widen(question);
        return (codesLow * questionLow) + (codesHigh * questionHigh);
    }
}
