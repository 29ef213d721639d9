using System.Numerics.Tensors;
using System.Text.Json;

namespace H2Ask.Core.Retrieval;

/// <summary>A small neural network that scores a candidate by its features; models/train/rank.py and models/train/answers.py train it.</summary>
internal sealed class RankerModel
{
    private static readonly Lazy<RankerModel> LazyPassages = new(() => Shipped("ranker"));
    private static readonly Lazy<RankerModel> LazyFindings = new(() => Shipped("findings"));
    private static readonly Lazy<RankerModel> LazyFindingsByWords = new(() => Shipped("findings-by-words"));
    private static readonly Lazy<RankerModel> LazyConfidence = new(() => Shipped("confidence"));
    private static readonly Lazy<RankerModel> LazyConfidenceByWords = new(() => Shipped("confidence-by-words"));

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
        if (!fits) throw new InvalidDataException("The weights of the network don't fit together: train it anew with models/train.");
    }

    /// <summary>Orders passages.</summary>
    public static RankerModel Passages => LazyPassages.Value;

    /// <summary>Orders the findings in passages.</summary>
    public static RankerModel Findings => LazyFindings.Value;

    /// <summary>The same where no embedding model is at hand.</summary>
    public static RankerModel FindingsByWords => LazyFindingsByWords.Value;

    /// <summary>Says whether the best finding answers; its score is the logarithm of the odds.</summary>
    public static RankerModel Confidence => LazyConfidence.Value;

    /// <summary>The same where no embedding model is at hand.</summary>
    public static RankerModel ConfidenceByWords => LazyConfidenceByWords.Value;

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

    /// <summary>Reads a network that does not ship: one to measure, or to learn from.</summary>
    public static RankerModel Load(string file)
    {
        using var stream = File.OpenRead(file);
        return Read(stream);
    }

    private static RankerModel Shipped(string name)
    {
        using var stream = typeof(RankerModel).Assembly.GetManifestResourceStream($"H2Ask.Core.Retrieval.{name}.json")!;
        return Read(stream);
    }

    private static RankerModel Read(Stream stream) => new(JsonSerializer.Deserialize(stream, RankerJsonContext.Default.RankerWeights)!);
}
