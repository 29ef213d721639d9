using H2Ask.Core.Retrieval;
using H2Ask.Tests;

namespace H2Ask.Core.Tests.Retrieval;

public sealed class RankerModelTests
{
    [Fact]
    public void The_score_is_what_the_network_gives_computed_number_by_number()
    {
        var random = new Random(5);
        var weights = new RankerWeights(
            ["a", "b", "c"], Numbers(3), Numbers(3), [Numbers(3), Numbers(3)], Numbers(2), Numbers(2), Numbers(3));
        var features = Numbers(3);
        double Standard(int i) => (features[i] - weights.Means[i]) * weights.Scales[i];
        var expected = Enumerable.Range(0, 3).Sum(i => Standard(i) * weights.Direct[i]);
        for (var unit = 0; unit < 2; unit++)
        {
            var sum = weights.Bias[unit] + Enumerable.Range(0, 3).Sum(i => Standard(i) * weights.Hidden[unit][i]);
            expected += weights.Output[unit] * Math.Tanh(sum);
        }

        Assert.Equal((float)expected, new RankerModel(weights).Score((float[])features.Clone()), 1e-5f);

        float[] Numbers(int count) => [.. Enumerable.Range(0, count).Select(_ => (random.NextSingle() * 4) - 2)];
    }

    [Fact]
    public void A_network_read_from_a_file_scores_as_the_one_that_ships()
    {
        var random = new Random(7);
        var features = Enumerable.Range(0, RankerModel.Passages.Features.Count).Select(_ => random.NextSingle()).ToArray();

        var read = RankerModel.Load(Path.Combine(Repository.Root, "src", "H2Ask.Core", "Retrieval", "ranker.json"));

        Assert.Equal(RankerModel.Passages.Features, read.Features);
        Assert.Equal(RankerModel.Passages.Score((float[])features.Clone()), read.Score(features));
    }

    [Fact]
    public void Weights_that_do_not_fit_together_are_refused()
    {
        var fault = Assert.Throws<InvalidDataException>(() => new RankerModel(new RankerWeights(["a", "b"], [0, 0], [1, 1], [[1]], [0], [1], [0, 0])));

        Assert.Contains("models/train", fault.Message, StringComparison.Ordinal);
    }
}
