using System.Numerics.Tensors;
using FsCheck;
using FsCheck.Fluent;
using H2Ask.Core.Retrieval.Findings;

namespace H2Ask.Core.Tests.Retrieval.Findings;

public sealed class TokenMatchTests
{
    private const float Tolerance = 1e-4f;
    private const int Width = 3;

    [Fact]
    public void Each_token_counts_by_the_length_of_its_vector_and_all_together_one()
    {
        var match = new TokenMatch([3, 4, 0, 0, 0, 15], 2);

        Assert.Equal(2, match.Count);
        Assert.Equal([0.25f, 0.75f], match.Weights.ToArray());
    }

    [Fact]
    public void Of_a_text_the_nearest_token_counts_for_each_of_the_questions()
    {
        var evidence = new TokenMatch([1, 0, 0, 2], 2).Read([0.6f, 0.8f, 5, 0, -1, 0]);

        AssertEqual([1, 0.8f], evidence.Nearest);
        AssertEqual([4.6f, 0.8f], evidence.Sum);
        Assert.Equal(3, evidence.Tokens);
    }

    [Fact]
    public void Near_and_asked_say_how_much_of_a_text_meets_the_question()
    {
        var evidence = new TokenMatch([1, 0], 2).Read([3, 0, 0.5f, 0, 0, 0.5f]);

        Assert.Equal(2, evidence.Near);
        Assert.Equal(3.5f / 4, evidence.Asked, Tolerance);
    }

    [Theory]
    [InlineData("xyzz", 0.25f)]
    [InlineData("xzzy", 0.75f)]
    [InlineData("zyzzx", 0.6f)]
    [InlineData("xzzx", 0f)]
    [InlineData("zzz", 0f)]
    [InlineData("x", 0f)]
    public void The_spread_is_how_far_apart_the_tokens_stand_that_meet_the_questions(string text, float spread) =>
        Assert.Equal(spread, new TokenMatch(VectorsOf("xy"), Width).Read(VectorsOf(text)).Spread, Tolerance);

    [Fact]
    public void What_is_met_is_no_part_of_the_unmet_meaning()
    {
        const int Wide = 512;
        var (one, other) = (new float[Wide], new float[Wide]);
        (one[0], other[7]) = (1, 2);
        var match = new TokenMatch([.. one, .. other], Wide);
        var (unmet, expected) = (new float[MeaningDirections.Count], new float[MeaningDirections.Count]);

        match.AddUnmet([1, 0.25f], [0, 0.5f], unmet);

        MeaningDirections.Project(other, 0.5f, expected);
        AssertEqual(expected, unmet);
        Assert.Contains(unmet, place => place != 0);
    }

    [Fact]
    public void Vectors_of_another_width_have_no_unmet_meaning()
    {
        var unmet = new float[MeaningDirections.Count];

        new TokenMatch([3, 4, 0, 15], 2).AddUnmet([0, 0], [0, 0], unmet);

        Assert.All(unmet, place => Assert.Equal(0, place));
    }

    [Fact]
    public void Vectors_of_zeros_are_no_tokens()
    {
        var match = new TokenMatch(VectorsOf("-x-y-"), Width);

        Assert.Equal([0.5f, 0.5f], match.Weights.ToArray());
        Assert.Equivalent(match.Read(VectorsOf("xzy")), match.Read(VectorsOf("--x-zy")), strict: true);
        Assert.Equal(0, new TokenMatch(VectorsOf("--"), Width).Count);
    }

    [Fact]
    public void A_text_without_tokens_meets_nothing()
    {
        var evidence = new TokenMatch(VectorsOf("xy"), Width).Read([]);

        Assert.Equal([0f, 0f], evidence.Nearest);
        Assert.Equal([0f, 0f, 0f], evidence.Sum);
        Assert.Equal((0, 0, 0f, 0f), (evidence.Tokens, evidence.Near, evidence.Asked, evidence.Spread));
    }

    [Fact]
    public void A_question_without_tokens_is_near_to_nothing()
    {
        var match = new TokenMatch([], Width);

        Assert.Equal(0, match.Count);
        Assert.Empty(match.Read(VectorsOf("xy")).Nearest);
        Assert.Equal(0, match.Nearness([1, 0, 0], [0, 1, 0]));
    }

    [Fact]
    public void Of_a_long_question_the_first_tokens_are_compared_and_all_are_summed()
    {
        var match = new TokenMatch(VectorsOf(new string('x', 60) + new string('y', 60)), Width);

        Assert.Equal(40, match.Count);
        Assert.Equal([0f], match.Read(VectorsOf("y")).Nearest.Distinct());
        Assert.Equal(MathF.Sqrt(0.5f), match.Nearness([1, 0, 0], [0, 0, 0]), Tolerance);
    }

    [Fact]
    public void The_parts_of_a_text_are_near_to_the_question_as_a_whole()
    {
        var match = new TokenMatch(VectorsOf("xy"), Width);

        Assert.Equal(1, match.Nearness([2, 0, 0], [0, 2, 0]), Tolerance);
        Assert.Equal(0, match.Nearness([0, 0, 1], [0, 0, 1]), Tolerance);
        Assert.Equal(0, match.Nearness([0, 0, 0], [0, 0, 0]));
    }

    [Fact]
    public void Whatever_the_vectors_the_numbers_keep_their_bounds() => Prop.ForAll<sbyte[], sbyte[]>((asked, said) =>
    {
        var match = new TokenMatch(VectorsOf(asked), Width);
        var evidence = match.Read(VectorsOf(said));
        return (match.Count == 0 || MathF.Abs(TensorPrimitives.Sum(match.Weights) - 1) < Tolerance)
            && evidence.Nearest.All(IsShare) && IsShare(evidence.Asked) && IsShare(evidence.Spread) && evidence.Near <= evidence.Tokens && evidence.Tokens <= said.Length / Width;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_question_finds_all_of_itself() => Prop.ForAll<sbyte[]>(numbers =>
    {
        var match = new TokenMatch(VectorsOf(numbers), Width);
        var evidence = match.Read(VectorsOf(numbers));
        return evidence.Tokens > 40 || (evidence.Nearest.All(near => near > 1 - Tolerance) && evidence.Near == evidence.Tokens);
    }).QuickCheckThrowOnFailure();

    private static bool IsShare(float number) => number is >= 0 and <= 1 + Tolerance;

    /// <summary>A vector along an axis for each of x, y and z, and zeros for any other letter.</summary>
    private static float[] VectorsOf(string letters) => [.. letters.SelectMany(letter => Enumerable.Range('x', Width).Select(axis => axis == letter ? 1f : 0f))];

    private static float[] VectorsOf(sbyte[] numbers) => [.. numbers.Take(numbers.Length / Width * Width).Select(number => (float)number)];

    private static void AssertEqual(float[] expected, float[] actual) => Assert.Equal(expected, actual, (one, other) => MathF.Abs(one - other) < Tolerance);
}
