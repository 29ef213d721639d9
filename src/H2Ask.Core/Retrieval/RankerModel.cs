using System.Numerics.Tensors;
using System.Text.Json;

namespace H2Ask.Core.Retrieval;

/// <summary>A small neural network that scores a candidate by its features; models/train/rank.py trains it.</summary>
internal sealed class RankerModel
{
    private const string Resource = "H2Ask.Core.Retrieval.ranker.json";

    private static readonly Lazy<RankerModel> Embedded = new(ReadEmbedded);

    private readonly float[] _means;
    private readonly float[] _scales;
    private readonly float[][] _hidden;
    private readonly float[] _bias;
    private readonly float[] _output;
    private readonly float[] _direct;

    internal RankerModel(RankerWeights weights)
    {
        (Features, _means, _scales) = (weights.Features, weights.Means, weights.Scales);
        (_hidden, _bias, _output, _direct) = (weights.Hidden, weights.Bias, weights.Output, weights.Direct);
        var fits = _means.Length == Features.Count && _scales.Length == Features.Count && _direct.Length == Features.Count
            && _bias.Length == _hidden.Length && _output.Length == _hidden.Length && _hidden.All(unit => unit.Length == Features.Count);
        if (!fits) throw new InvalidDataException("The weights of the ranker don't fit together: train it anew with models/train/rank.py.");
    }

    /// <summary>The model that comes with the program.</summary>
    public static RankerModel Usual => Embedded.Value;

    /// <summary>The names of the features that it knows, in their order.</summary>
    public IReadOnlyList<string> Features { get; }

    /// <summary>How well a candidate fits; comparable within one question only.</summary>
    /// <param name="features">Its features, which are standardised in place.</param>
    public float Score(Span<float> features)
    {
        TensorPrimitives.Subtract(features, _means, features);
        TensorPrimitives.Multiply(features, _scales, features);
        var score = TensorPrimitives.Dot<float>(features, _direct);
        for (var i = 0; i < _hidden.Length; i++) score += _output[i] * MathF.Tanh(TensorPrimitives.Dot<float>(features, _hidden[i]) + _bias[i]);
        return score;
    }

    private static RankerModel ReadEmbedded()
    {
        using var stream = typeof(RankerModel).Assembly.GetManifestResourceStream(Resource)!;
        return new RankerModel(JsonSerializer.Deserialize(stream, RankerJsonContext.Default.RankerWeights)!);
    }
}
