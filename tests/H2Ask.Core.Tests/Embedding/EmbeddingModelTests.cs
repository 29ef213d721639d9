using System.Numerics.Tensors;
using H2Ask.Core.Embedding;

namespace H2Ask.Core.Tests.Embedding;

/// <summary>Models of the kinds that people use, against what PyTorch and NumPy compute for them (<c>tests/golden/make-embedding-models.py</c>).</summary>
public sealed class EmbeddingModelTests
{
    private const float ReferenceTolerance = 1e-4f;
    private const float Tolerance = 1e-5f;

    public static TheoryData<string> Models => ["bert", "xlm-roberta", "static", "half", "pooled"];

    [Theory, MemberData(nameof(Models))]
    public void Vectors_are_those_of_the_reference(string name)
    {
        using var copy = new ModelCopy(name);
        using var model = copy.Load();

        var expected = copy.Expected();
        var embedded = model.EmbedPassages([.. expected.Select(item => item.Text)]);

        for (var i = 0; i < expected.Count; i++) Vectors.AssertEqual(expected[i].Vector, embedded.Vectors[i], ReferenceTolerance);
    }

    [Theory, MemberData(nameof(Models))]
    public void A_texts_company_its_place_and_the_size_of_batches_do_not_change_its_vector(string name)
    {
        using var copy = new ModelCopy(name);
        string[] texts = [.. copy.Expected().Select(item => item.Text), ""];
        using var single = copy.Load(new EmbeddingOptions { Threads = 1, BatchTokens = 1 });
        var alone = single.EmbedPassages(texts).Vectors;

        var random = new Random(7);
        foreach (var tokens in new[] { 1, 40, 64, 100, 333, 4096 })
        {
            using var model = copy.Load(new EmbeddingOptions { BatchTokens = tokens });
            var order = Enumerable.Range(0, texts.Length).ToArray();
            random.Shuffle(order);
            var vectors = model.EmbedPassages([.. order.Select(i => texts[i])]).Vectors;
            for (var i = 0; i < order.Length; i++) Vectors.AssertEqual(alone[order[i]], vectors[i], Tolerance);
        }
    }

    [Theory, MemberData(nameof(Models))]
    public void A_question_has_the_vector_of_a_passage_that_begins_with_its_prefix(string name)
    {
        using var copy = new ModelCopy(name);
        using var model = copy.Load();

        var question = model.EmbedQuery("加氢站补贴");

        Vectors.AssertEqual(model.EmbedPassages([model.Settings.QueryPrefix + "加氢站补贴"]).Vectors[0], question, Tolerance);
    }

    [Theory, MemberData(nameof(Models))]
    public void Tokens_are_counted_beyond_what_the_model_reads(string name)
    {
        using var copy = new ModelCopy(name);
        using var model = copy.Load();
        const string Short = "加氢站补贴";
        var passage = model.Settings.PassagePrefix + Short;
        var tooLong = string.Concat(Enumerable.Range(0, model.Settings.MaximumTokens).Select(number => $"氢{number % 10}"));

        Assert.Equal(model.EmbedPassages([Short]).Tokens, model.CountTokens(passage));
        Assert.True(model.CountTokens(tooLong) > model.Settings.MaximumTokens);
        Assert.True(model.CutsQuery(tooLong));
        Assert.False(model.CutsQuery(Short));
    }

    [Fact]
    public void The_prefix_of_passages_stands_before_passages_and_not_before_questions()
    {
        using var copy = new ModelCopy("static").With("passagePrefix", "passage: ");
        using var prefixed = copy.Load();
        using var plain = copy.With("passagePrefix", "").Load();

        Vectors.AssertEqual(plain.EmbedPassages(["passage: 氢"]).Vectors[0], prefixed.EmbedPassages(["氢"]).Vectors[0], Tolerance);
        Vectors.AssertEqual(plain.EmbedQuery("氢"), prefixed.EmbedQuery("氢"), Tolerance);
    }

    [Fact]
    public void Vectors_keep_their_length_where_they_are_not_to_be_normalised()
    {
        using var copy = new ModelCopy("static").With("normalise", false);
        using var asTheyAre = copy.Load();
        using var normalised = copy.With("normalise", true).Load();

        var vector = asTheyAre.EmbedQuery("氢能");

        Assert.NotInRange(TensorPrimitives.Norm<float>(vector), 0.99f, 1.01f);
        Assert.Equal(1f, TensorPrimitives.Norm<float>(normalised.EmbedQuery("氢能")), Tolerance);
        Assert.Equal(1f, TensorPrimitives.CosineSimilarity<float>(vector, normalised.EmbedQuery("氢能")), Tolerance);
    }

    [Theory, MemberData(nameof(Models))]
    public void A_text_without_a_token_has_a_vector_of_zeros_and_leaves_its_neighbours_alone(string name)
    {
        using var copy = new ModelCopy(name) { Tokenizer = new CharacterTokenizer(hasSpecials: false) };
        using var model = copy.With("queryPrefix", "").Load();

        var embedded = model.EmbedPassages(["氢", "", "能"]);

        Assert.All(embedded.Vectors[1], number => Assert.Equal(0f, number));
        Assert.All(model.EmbedQuery(""), number => Assert.Equal(0f, number));
        Vectors.AssertEqual(model.EmbedQuery("能"), embedded.Vectors[2], Tolerance);
        Assert.Empty(model.EmbedPassages([]).Vectors);
        Assert.Equal([0f], model.EmbedPassages(["", ""]).Vectors.SelectMany(vector => vector).Distinct());
    }

    [Fact]
    public void A_long_text_is_cut_and_the_log_says_so_once()
    {
        var log = new RecordedLog();
        using var copy = new ModelCopy("bert");
        using var model = copy.Load(logger: log);

        var embedded = model.EmbedPassages(["氢", new string('能', 1000), new string('能', 39), new string('能', 38)]);

        Assert.Equal(2, embedded.Cut);
        Assert.Equal(3 + 40 + 40 + 40, embedded.Tokens);
        Vectors.AssertEqual(embedded.Vectors[3], embedded.Vectors[1], Tolerance);
        Assert.Equal(["Warning: The model " + model.Name + " cut 2 of 4 texts: they are longer than 40 tokens"], log.Lines);
    }

    [Fact]
    public void Progress_rises_to_the_number_of_texts()
    {
        using var copy = new ModelCopy("static");
        using var model = copy.Load(new EmbeddingOptions { BatchTokens = 20 });
        var reports = new Reports();

        model.EmbedPassages([.. Enumerable.Range(0, 5000).Select(i => i.ToString(System.Globalization.CultureInfo.InvariantCulture))], reports);

        Assert.Equal(reports.Values.Order(), reports.Values);
        Assert.True(reports.Values.Count > 500);
        Assert.Equal(5000, reports.Values[^1]);
    }

    [Fact]
    public void Nothing_is_begun_after_a_cancellation()
    {
        using var copy = new ModelCopy("bert");
        using var model = copy.Load(new EmbeddingOptions { Threads = 1, BatchTokens = 1 });
        using var cancellation = new CancellationTokenSource();
        var reports = new Reports(_ => cancellation.Cancel());

        Assert.ThrowsAny<OperationCanceledException>(() => model.EmbedPassages([.. Enumerable.Repeat("氢", 100)], reports, cancellation.Token));

        Assert.Equal([1], reports.Values);
    }

    [Fact]
    public void A_cancellation_stops_the_network_itself_and_leaves_the_model_usable()
    {
        using var copy = new ModelCopy("bert");
        using var model = copy.Load();
        var before = model.EmbedQuery("氢");

        Assert.ThrowsAny<OperationCanceledException>(() => model.EmbedQuery("氢", new CancellationToken(canceled: true)));

        Assert.Equal(before, model.EmbedQuery("氢"));
    }

    [Theory, MemberData(nameof(Models))]
    public void Many_threads_use_one_model(string name)
    {
        using var copy = new ModelCopy(name);
        using var model = copy.With("queryPrefix", "").Load();
        var expected = copy.Expected();
        string[] texts = [.. expected.Select(item => item.Text)];

        Parallel.For(0, 200, new ParallelOptions { MaxDegreeOfParallelism = 8 }, i =>
        {
            var (text, vector) = expected[i % expected.Count];
            Vectors.AssertEqual(vector, model.EmbedQuery(text), ReferenceTolerance);
            if (i % 20 == 0) Vectors.AssertEqual(vector, model.EmbedPassages(texts).Vectors[i % expected.Count], ReferenceTolerance);
        });
    }

    [Fact]
    public void A_question_allocates_little_but_its_vector()
    {
        using var copy = new ModelCopy("bert");
        using var model = copy.Load();
        for (var i = 0; i < 10; i++) _ = model.EmbedQuery("加氢站建设补贴多少？");

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++) _ = model.EmbedQuery("加氢站建设补贴多少？");
        var allocated = (GC.GetAllocatedBytesForCurrentThread() - before) / 100;

        Assert.InRange(allocated, 0, (model.Settings.Dimensions * sizeof(float)) + 1500);
    }

    [Fact]
    public void A_model_that_is_disposed_of_ends_what_is_under_way_and_begins_nothing()
    {
        using var copy = new ModelCopy("static");
        using var model = copy.Load(new EmbeddingOptions { BatchTokens = 1 });
        var reports = new Reports(_ => model.Dispose());

        var embedded = model.EmbedPassages([.. Enumerable.Repeat("氢", 100)], reports);

        Assert.Equal(100, embedded.Vectors.Count);
        Assert.Throws<ObjectDisposedException>(() => model.EmbedQuery("氢"));
    }

    [Fact]
    public void A_text_that_is_null_is_refused()
    {
        using var copy = new ModelCopy("static");
        using var model = copy.Load();

        Assert.Throws<ArgumentException>(() => model.EmbedPassages(["氢", null!]));
        Assert.Throws<ArgumentNullException>(() => model.EmbedQuery(null!));
    }
}
