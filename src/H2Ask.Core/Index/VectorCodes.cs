using System.Numerics.Tensors;

namespace H2Ask.Core.Index;

/// <summary>A vector as whole numbers from -127 to 127, each times one scale. A stored vector's have <see cref="Zero"/> added (see <see cref="CodeDot"/>).</summary>
internal static class VectorCodes
{
    /// <summary>What stands for zero in a stored vector.</summary>
    public const int Zero = 128;

    private const float Largest = 127;

    /// <summary>Makes sure that a vector is one.</summary>
    /// <exception cref="IndexException">It has other dimensions, or numbers that are none.</exception>
    public static void Check(ReadOnlySpan<float> vector, int dimensions)
    {
        if (vector.Length != dimensions) throw new IndexException($"The embedding model made a vector of {vector.Length} dimensions, not {dimensions}. Use another model.");
        if (!float.IsFinite(TensorPrimitives.MaxMagnitude(vector))) throw new IndexException("The embedding model made a vector with numbers that are none (NaN or infinite). Use another model, or index without (--model none).");
    }

    /// <summary>Writes the codes of a vector to be stored; the rest of <paramref name="codes"/> must be <see cref="Zero"/>.</summary>
    /// <returns>Its scale.</returns>
    public static float Encode(ReadOnlySpan<float> vector, Span<byte> codes)
    {
        var scale = Scale(vector);
        for (var i = 0; i < vector.Length; i++) codes[i] = (byte)(Code(vector[i], scale) + Zero);
        return scale;
    }

    /// <summary>Writes the codes of a question, and zeros behind them.</summary>
    /// <returns>Its scale.</returns>
    public static float Encode(ReadOnlySpan<float> vector, Span<sbyte> codes)
    {
        codes.Clear();
        var scale = Scale(vector);
        for (var i = 0; i < vector.Length; i++) codes[i] = (sbyte)Code(vector[i], scale);
        return scale;
    }

    /// <summary>What <see cref="Zero"/> adds to a stored vector's product with these codes of a question.</summary>
    public static int OffsetOf(ReadOnlySpan<sbyte> question)
    {
        var sum = 0;
        foreach (var code in question) sum += code;
        return sum * Zero;
    }

    private static float Scale(ReadOnlySpan<float> vector) => Math.Abs(TensorPrimitives.MaxMagnitude(vector)) / Largest;

    private static int Code(float value, float scale) => scale > 0 ? (int)MathF.Round(Math.Clamp(value / scale, -Largest, Largest)) : 0;
}
