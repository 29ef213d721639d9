using H2Ask.Core.Index;

namespace H2Ask.Qdrant.Stored;

/// <summary>
/// The vectors of sentences, and of the question that is compared with them, rounded as the embedded index rounds them to eight bits: so both give a
/// passage the same score.
/// </summary>
internal static class SentenceVector
{
    /// <summary>The rounded vector.</summary>
    public static float[] Round(float[] vector)
    {
        var codes = new byte[vector.Length];
        var scale = VectorCodes.Encode(vector, codes.AsSpan());
        return Array.ConvertAll(codes, code => (code - VectorCodes.Zero) * scale);
    }
}
