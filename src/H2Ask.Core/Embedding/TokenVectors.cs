using System.Numerics.Tensors;

namespace H2Ask.Core.Embedding;

/// <summary>Makes a text's vector from those of its tokens.</summary>
internal static class TokenVectors
{
    /// <summary>The mean of the rows, each as long as the result.</summary>
    public static void Mean(ReadOnlySpan<float> rows, Span<float> mean)
    {
        var count = rows.Length / mean.Length;
        rows[..mean.Length].CopyTo(mean);
        for (var row = 1; row < count; row++) TensorPrimitives.Add(mean, rows.Slice(row * mean.Length, mean.Length), mean);
        TensorPrimitives.Divide(mean, count, mean);
    }

    /// <summary>Scales a vector to length 1; the vector of zeros stays as it is. False where it holds what is no number.</summary>
    public static bool TryNormalise(Span<float> vector)
    {
        var norm = TensorPrimitives.Norm(vector);
        if (norm > 0 && float.IsFinite(norm)) TensorPrimitives.Divide(vector, norm, vector);
        return float.IsFinite(norm);
    }
}
