using System.Numerics.Tensors;
using H2Ask.Core.Embedding;

namespace H2Ask.Core.Tests.Embedding;

public sealed class ReadTokensTests
{
    private const float Tolerance = 1e-5f;

    public static TheoryData<string> Models => ["bert", "xlm-roberta", "static", "half", "pooled"];

    public static TheoryData<string> MeanPooled => ["xlm-roberta", "static", "half"];

    [Theory, MemberData(nameof(MeanPooled))]
    public void The_sum_of_a_texts_tokens_points_where_its_vector_does(string name)
    {
        using var copy = new ModelCopy(name);
        using var model = copy.With("passagePrefix", "文：").Load();
        string[] texts = [.. copy.Expected().Select(item => item.Text)];

        var expected = model.EmbedPassages(texts).Vectors;
        var read = Read(model, texts);

        for (var i = 0; i < texts.Length; i++) Vectors.AssertEqual(expected[i], Normalised(Sum(read[i], model.Settings.Dimensions)), Tolerance);
    }

    [Fact]
    public void Each_token_has_a_vector_the_special_ones_too()
    {
        using var copy = new ModelCopy("static");
        using var model = copy.Load();

        var read = Read(model, ["加氢站", "氢"]);

        Assert.Equal(5 * model.Settings.Dimensions, read[0].Length);
        Assert.Equal(3 * model.Settings.Dimensions, read[1].Length);
    }

    [Fact]
    public void The_first_token_of_a_model_that_pools_by_it_is_the_texts_vector()
    {
        using var copy = new ModelCopy("bert");
        using var model = copy.Load();

        var read = Read(model, ["加氢站补贴"])[0];

        Assert.Equal(7 * model.Settings.Dimensions, read.Length);
        Vectors.AssertEqual(model.EmbedPassages(["加氢站补贴"]).Vectors[0], Normalised(read[..model.Settings.Dimensions]), Tolerance);
    }

    [Fact]
    public void A_model_that_pools_itself_gives_each_text_one_vector()
    {
        using var copy = new ModelCopy("pooled");
        using var model = copy.Load();
        string[] texts = [.. copy.Expected().Select(item => item.Text)];

        var expected = model.EmbedPassages(texts).Vectors;
        var read = Read(model, texts);

        for (var i = 0; i < texts.Length; i++) Vectors.AssertEqual(expected[i], Normalised(read[i]), Tolerance);
    }

    [Theory, MemberData(nameof(Models))]
    public void A_texts_company_does_not_change_the_vectors_of_its_tokens(string name)
    {
        using var copy = new ModelCopy(name);
        string[] texts = [.. copy.Expected().Select(item => item.Text)];
        using var single = copy.Load(new EmbeddingOptions { BatchTokens = 1 });
        var alone = Read(single, texts);

        foreach (var tokens in new[] { 40, 100, 4096 })
        {
            using var model = copy.Load(new EmbeddingOptions { BatchTokens = tokens });
            var together = Read(model, texts);
            for (var i = 0; i < texts.Length; i++) Vectors.AssertEqual(alone[i], together[i], Tolerance);
        }
    }

    [Theory, MemberData(nameof(Models))]
    public void A_text_without_a_token_is_not_read(string name)
    {
        using var copy = new ModelCopy(name) { Tokenizer = new CharacterTokenizer(hasSpecials: false) };
        using var model = copy.Load();

        Assert.Equal([0, 2], Read(model, ["氢", "", "能源"]).Keys.Order());
        Assert.Empty(Read(model, ["", ""]));
        Assert.Empty(Read(model, []));
    }

    [Fact]
    public void Of_a_text_that_is_too_long_as_much_is_read_as_the_model_takes()
    {
        using var copy = new ModelCopy("bert");
        using var model = copy.Load();

        Assert.Equal(40 * model.Settings.Dimensions, Read(model, [new string('能', 1000)])[0].Length);
    }

    [Fact]
    public void Nothing_is_read_after_a_cancellation()
    {
        using var copy = new ModelCopy("bert");
        using var model = copy.Load(new EmbeddingOptions { BatchTokens = 1 });
        using var cancellation = new CancellationTokenSource();
        var read = 0;

        Assert.ThrowsAny<OperationCanceledException>(() => model.ReadTokens([.. Enumerable.Repeat("氢", 100)], (_, _) => { read++; cancellation.Cancel(); }, cancellation.Token));

        Assert.Equal(1, read);
        Assert.Single(Read(model, ["氢"]));
    }

    [Fact]
    public void A_reader_that_fails_leaves_the_model_usable()
    {
        using var copy = new ModelCopy("static");
        using var model = copy.Load();
        var before = Read(model, ["氢能"])[0];

        Assert.Throws<InvalidOperationException>(() => model.ReadTokens(["氢"], (_, _) => throw new InvalidOperationException()));

        Assert.Equal(before, Read(model, ["氢能"])[0]);
    }

    [Fact]
    public void Texts_and_reader_must_be_there_and_the_model_too()
    {
        using var copy = new ModelCopy("static");
        var model = copy.Load();

        Assert.Throws<ArgumentNullException>(() => model.ReadTokens(null!, (_, _) => { }));
        Assert.Throws<ArgumentNullException>(() => model.ReadTokens(["氢"], null!));
        Assert.Throws<ArgumentException>(() => model.ReadTokens(["氢", null!], (_, _) => { }));
        model.Dispose();
        Assert.Throws<ObjectDisposedException>(() => model.ReadTokens(["氢"], (_, _) => { }));
    }

    private static Dictionary<int, float[]> Read(EmbeddingModel model, string[] texts)
    {
        var read = new Dictionary<int, float[]>();
        model.ReadTokens(texts, (text, vectors) => read.Add(text, vectors.ToArray()));
        return read;
    }

    private static float[] Sum(float[] vectors, int width)
    {
        var sum = new float[width];
        for (var row = 0; row < vectors.Length; row += width) TensorPrimitives.Add(sum, vectors.AsSpan(row, width), sum);
        return sum;
    }

    private static float[] Normalised(float[] vector)
    {
        TokenVectors.TryNormalise(vector);
        return vector;
    }
}
