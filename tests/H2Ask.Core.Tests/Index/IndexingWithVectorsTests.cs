using H2Ask.Core.Corpus;
using H2Ask.Core.Embedding;
using H2Ask.Core.Index;
using H2Ask.Tests;

namespace H2Ask.Core.Tests.Index;

public sealed class IndexingWithVectorsTests : IDisposable
{
    private readonly TemporaryFolder _corpus = new();
    private readonly TemporaryFolder _index = new();
    private readonly CountingEmbedder _embedder = new();

    [Fact]
    public void Each_passage_is_found_by_each_of_its_sentences()
    {
        _corpus.With("a.txt", "氢能规划\n一、总则\n支持在公路沿线和工业园区建设加氢站，鼓励油氢合建。每年安排不少于二十座的建设指标给各县区。\n二、补贴\n最高五百万元。");
        _corpus.With("b.txt", "光伏发电管理办法\n第一条 电网企业收购电量。");
        Run();
        using var index = new IndexFolder(_index.Path).Open(_embedder);

        Assert.NotNull(index.Embedder);
        for (var number = 0; number < index.Passages.Count; number++)
        {
            foreach (var sentence in PassageText.ForEmbedding(index.DocumentOf(number).Document, index.Passages[number]).Skip(1))
            {
                var found = new ScoredPassage[1];
                Assert.Equal(1, index.SearchDense(_embedder.EmbedQuery(sentence), null, found));
                Assert.Equal(number, found[0].Passage);
                Assert.Equal(1f, found[0].Score, 0.02f);
            }
        }
    }

    [Fact]
    public void The_model_is_shown_the_passage_in_its_place_and_each_sentence_under_the_title()
    {
        var document = new PolicyDocument { Id = "1", File = "a.txt", Start = 0, End = 9, Title = "甲市加氢站管理办法" };
        const string Text = "本办法适用于本市行政区域内加氢站的建设。由住建局负责。氢能办公室会同有关部门制定加氢站的布局规划。另行公布。";
        var passage = new Passage { Id = "2", DocumentId = "1", Start = 3, End = 6, Section = ["第一章 总则", "第一条"], Text = Text, SearchText = Text };

        Assert.Equal(
            [
                "甲市加氢站管理办法\n第一章 总则\n第一条\n" + Text,
                "甲市加氢站管理办法\n本办法适用于本市行政区域内加氢站的建设。",
                "甲市加氢站管理办法\n由住建局负责。氢能办公室会同有关部门制定加氢站的布局规划。另行公布。",
            ],
            PassageText.ForEmbedding(document, passage));
    }

    [Fact]
    public void Only_changed_documents_are_embedded_again()
    {
        _corpus.With("a.txt", "氢能规划\n支持加氢站建设。");
        _corpus.With("b.txt", "光伏发电管理办法\n电网企业收购电量。");
        Run();
        _embedder.Texts.Clear();

        _corpus.With("b.txt", "光伏发电管理办法\n电网企业不收购电量。");
        _corpus.With("c.txt", "储能意见\n鼓励储能。");
        var result = Run();

        Assert.Equal(2, _embedder.Texts.Select(text => text.Split('\n')[0]).Distinct().Count());
        Assert.DoesNotContain(_embedder.Texts, text => text.Contains("加氢站", StringComparison.Ordinal));
        Assert.Equal((2, 1), (result.Embedded, result.Kept));
        using var index = new IndexFolder(_index.Path).Open(_embedder);
        Assert.All(Enumerable.Range(0, 3), number =>
        {
            var question = _embedder.EmbedQuery(PassageText.ForEmbedding(index.DocumentOf(number).Document, index.Passages[number])[1]);
            var found = new ScoredPassage[1];
            index.SearchDense(question, null, found);
            Assert.Equal(number, found[0].Passage);
        });
    }

    [Fact]
    public void Another_model_embeds_everything_again()
    {
        _corpus.With("a.txt", "氢能规划\n支持加氢站建设。");
        Run();
        var other = new CountingEmbedder("another");

        Assert.True(IndexMaking.Run([_corpus.Path], _index.Path, new IndexingOptions { Embedder = other }).Changed);
        Assert.NotEmpty(other.Texts);
    }

    [Fact]
    public void Damaged_vectors_are_not_taken_over()
    {
        _corpus.With("a.txt", "氢能规划\n支持加氢站建设。");
        Run();
        var vectors = Directory.GetFiles(_index.Path, "vectors.bin", SearchOption.AllDirectories).Single();
        var bytes = File.ReadAllBytes(vectors);
        bytes[^1] ^= 1;
        File.WriteAllBytes(vectors, bytes);

        Assert.Equal(1, Run().Embedded);
        new IndexFolder(_index.Path).Verify();
    }

    [Fact]
    public void Another_model_than_the_indexs_is_refused_with_what_to_do()
    {
        _corpus.With("a.txt", "氢能规划\n支持加氢站建设。");
        Run();

        Assert.Contains("Index again", Assert.Throws<IndexException>(() => new IndexFolder(_index.Path).Open(new CountingEmbedder("another"))).Message, StringComparison.Ordinal);
        using var lexical = new IndexFolder(_index.Path).Open();
        Assert.Null(lexical.Embedder);
        Assert.Single(lexical.Passages);
    }

    [Fact]
    public void A_model_that_does_not_keep_its_word_leaves_the_index_that_is_there()
    {
        _corpus.With("a.txt", "氢能规划\n支持加氢站建设。");
        Run();

        _corpus.With("b.txt", "补贴办法\n最高五百万元。");
        Assert.Throws<IndexException>(() => IndexMaking.Run([_corpus.Path], _index.Path, new IndexingOptions { Embedder = new BrokenEmbedder() }));

        using var index = new IndexFolder(_index.Path).Open(_embedder);
        Assert.Single(index.Documents);
        Assert.Single(Directory.GetDirectories(Path.Combine(_index.Path, "generations")));
    }

    [Fact]
    public void A_run_that_is_cancelled_leaves_the_index_that_is_there()
    {
        _corpus.With("a.txt", "氢能规划\n支持加氢站建设。");
        Run();
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();

        Assert.Throws<OperationCanceledException>(() => IndexMaking.Run([_corpus.With("b.txt", "补贴办法。")], _index.Path, null, cancelled.Token));
        Assert.Equal(1, new IndexFolder(_index.Path).Verify().Documents);
    }

    public void Dispose()
    {
        _corpus.Dispose();
        _index.Dispose();
    }

    private IndexingResult Run() => IndexMaking.Run([_corpus.Path], _index.Path, new IndexingOptions { Embedder = _embedder });

    /// <summary>Makes vectors of other dimensions than it says.</summary>
    private sealed class BrokenEmbedder : IPassageEmbedder
    {
        public IndexedModel Model { get; } = new("broken", "broken", 8);

        public EmbeddedTexts EmbedPassages(IReadOnlyList<string> texts, IProgress<int>? progress, CancellationToken cancelled) =>
            new([.. texts.Select(EmbedQuery)], Cut: 0, Tokens: texts.Count);

        public float[] EmbedQuery(string question) => new float[7];
    }
}
