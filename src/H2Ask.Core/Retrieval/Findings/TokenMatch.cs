using System.Numerics.Tensors;
using H2Ask.Core.Index;

namespace H2Ask.Core.Retrieval.Findings;

/// <summary>
/// Compares a question with texts token by token: what the question calls by another word (文凭, 学历) still finds it, and a word that the text lacks is
/// missed, where two vectors of whole texts blur both.
/// </summary>
internal sealed class TokenMatch
{
    /// <summary>No more tokens of a question are looked at.</summary>
    private const int MostTokens = 40;

    /// <summary>Two tokens as near as this mean the same or belong together.</summary>
    private const float Near = 0.6f;

    /// <summary>Two vectors as near as this are of one token.</summary>
    private const float Same = 0.999f;

    /// <summary>Hardly a model has wider vectors.</summary>
    private const int UsualWidth = 1024;

    private readonly float[] _tokens;
    private readonly float[] _weights;
    private readonly float[] _sum;

    /// <summary>Each token along the directions of meaning, by its weight.</summary>
    private readonly float[] _meanings;
    private readonly int _width;

    /// <summary>Takes the vectors of a question's tokens; those that mean nothing are zero.</summary>
    public TokenMatch(ReadOnlySpan<float> vectors, int width)
    {
        _width = width;
        _sum = new float[width];
        _tokens = new float[Math.Min(MostTokens, vectors.Length / width) * width];
        _weights = new float[_tokens.Length / width];
        for (var row = 0; row < vectors.Length; row += width)
        {
            var vector = vectors.Slice(row, width);
            TensorPrimitives.Add(_sum, vector, _sum);
            var norm = TensorPrimitives.Norm(vector);
            if (norm == 0 || Count == _weights.Length) continue;
            TensorPrimitives.Divide(vector, norm, _tokens.AsSpan(Count * width, width));
            _weights[Count++] = norm;
        }

        _meanings = new float[Count * MeaningDirections.Count];
        if (MeaningDirections.Fit(width))
        {
            for (var i = 0; i < Count; i++) MeaningDirections.Project(_tokens.AsSpan(i * width, width), _weights[i], _meanings.AsSpan(i * MeaningDirections.Count, MeaningDirections.Count));
        }

        var whole = TensorPrimitives.Sum(_weights.AsSpan(0, Count));
        if (whole > 0) TensorPrimitives.Divide(_weights, whole, _weights);
    }

    /// <summary>What each token counts of those that stand in a part of the question as well; all together 1, or all 0 where none does.</summary>
    public float[] WeightsIn(string part, IPassageEmbedder embedder, CancellationToken cancelled)
    {
        var weights = new float[Count];
        embedder.ReadTokens([part], (_, vectors) =>
        {
            var nearest = Read(vectors).Nearest;
            for (var i = 0; i < Count; i++) weights[i] = nearest[i] > Same ? _weights[i] : 0;
        }, cancelled);
        var whole = TensorPrimitives.Sum<float>(weights);
        if (whole > 0) TensorPrimitives.Divide(weights, whole, weights);
        return weights;
    }

    /// <summary>The tokens of a question; null where none means something.</summary>
    public static TokenMatch? Of(string question, IPassageEmbedder embedder, CancellationToken cancelled)
    {
        TokenMatch? match = null;
        embedder.ReadTokens([question], (_, vectors) => match = new TokenMatch(vectors, embedder.Model.Dimensions), cancelled);
        return match is { Count: > 0 } ? match : null;
    }

    /// <summary>How many tokens it looks at.</summary>
    public int Count { get; }

    /// <summary>What each token counts; all together 1.</summary>
    public ReadOnlySpan<float> Weights => _weights.AsSpan(0, Count);

    /// <summary>Compares the question with a text.</summary>
    public TokenEvidence Read(ReadOnlySpan<float> vectors)
    {
        var nearest = new float[Count];
        Span<int> places = stackalloc int[Count];
        var sum = new float[_width];
        var (weight, found, near, tokens) = (0f, 0f, 0, 0);
        for (var row = 0; row < vectors.Length; row += _width)
        {
            var vector = vectors.Slice(row, _width);
            var norm = TensorPrimitives.Norm(vector);
            if (norm == 0) continue;
            TensorPrimitives.Add(sum, vector, sum);
            var best = 0f;
            for (var i = 0; i < Count; i++)
            {
                var likeness = TensorPrimitives.Dot(vector, _tokens.AsSpan(i * _width, _width)) / norm;
                best = Math.Max(best, likeness);
                if (likeness <= nearest[i]) continue;
                (nearest[i], places[i]) = (likeness, tokens);
            }

            tokens++;
            weight += norm;
            found += norm * best;
            if (best > Near) near++;
        }

        return new TokenEvidence(nearest, sum, tokens, near, weight > 0 ? found / weight : 0, Spread(nearest, places, tokens));
    }

    /// <summary>Adds the meaning of the tokens that are met neither here nor there: each as far as it is not.</summary>
    public void AddUnmet(ReadOnlySpan<float> here, ReadOnlySpan<float> there, Span<float> unmet)
    {
        for (var i = 0; i < Count; i++)
        {
            var missed = 1 - Math.Max(here[i], there[i]);
            TensorPrimitives.MultiplyAdd(_meanings.AsSpan(i * MeaningDirections.Count, MeaningDirections.Count), missed, unmet, unmet);
        }
    }

    /// <summary>How near the question is to a text of several parts as a whole.</summary>
    public float Nearness(ReadOnlySpan<float> one, ReadOnlySpan<float> other)
    {
        var whole = _width <= UsualWidth ? stackalloc float[_width] : new float[_width];
        TensorPrimitives.Add(one, other, whole);
        var norms = TensorPrimitives.Norm<float>(whole) * TensorPrimitives.Norm<float>(_sum);
        return norms > 0 ? TensorPrimitives.Dot<float>(whole, _sum) / norms : 0;
    }

    /// <summary>Over what share of the text the places are scattered where the question's tokens are met.</summary>
    private static float Spread(float[] nearest, ReadOnlySpan<int> places, int tokens)
    {
        var (first, last, met) = (int.MaxValue, 0, 0);
        for (var i = 0; i < nearest.Length; i++)
        {
            if (nearest[i] <= Near) continue;
            (first, last, met) = (Math.Min(first, places[i]), Math.Max(last, places[i]), met + 1);
        }

        return met > 1 ? (last - first) / (float)tokens : 0;
    }
}
