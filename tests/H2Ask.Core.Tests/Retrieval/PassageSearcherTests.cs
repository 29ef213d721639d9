using H2Ask.Core.Embedding;
using H2Ask.Core.Index;
using H2Ask.Core.Retrieval;
using H2Ask.Tests;

namespace H2Ask.Core.Tests.Retrieval;

public sealed class PassageSearcherTests : IDisposable
{
    private readonly TemporaryFolder _corpus = new();
    private readonly TemporaryFolder _index = new();
    private readonly EmbeddedIndex _opened;

    public PassageSearcherTests()
    {
        _corpus.With("grants.txt", "奖补办法\n对建成的站点给予一次性奖补资金五百万元。");
        _corpus.With("safety.txt", "安全规程\n操作人员应当每日检查阀门并且做好记录。");
        _corpus.With("plan.txt", "规划纲要\n到二〇三〇年形成完整的产业体系和布局。");
        var embedder = new TopicEmbedder();
        IndexMaking.Run([_corpus.Path], _index.Path, new IndexingOptions { Embedder = embedder });
        _opened = new IndexFolder(_index.Path).Open(embedder);
    }

    [Theory]
    [InlineData("多少钱", "grants.txt")]
    [InlineData("阀门", "safety.txt")]
    [InlineData("阀门检查 多少钱", "grants.txt safety.txt")]
    public async Task What_shares_words_or_the_meaning_comes_first(string question, string files)
    {
        var expected = files.Split(' ');

        Assert.Equal(expected, (await SearchAsync(question)).Take(expected.Length).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task What_repeats_a_passage_of_another_list_stands_behind()
    {
        var hits = await PassageSearcher.SearchAsync(_opened, "阀门检查 多少钱", new SearchFilters(), 3);
        var twin = hits[1] with { Passage = hits[1].Passage with { Id = "twin", Twins = [hits[0].Passage.Id] } };
        var first = hits[0] with { Passage = hits[0].Passage with { Twins = ["twin"] } };

        Assert.Equal([first.Passage.Id, hits[2].Passage.Id, "twin"], PassageSearcher.InTurn([[first], [twin, hits[2]]], 3).Select(hit => hit.Passage.Id));
        Assert.Equal([first.Passage.Id, hits[2].Passage.Id], PassageSearcher.InTurn([[first], [twin, hits[2]]], 2).Select(hit => hit.Passage.Id));
    }

    [Theory]
    [InlineData("？？？")]
    [InlineData("😀")]
    [InlineData("   ")]
    public async Task A_question_without_a_word_finds_nothing(string question)
    {
        using var model = ModelEmbedder.Choose(Path.Combine(Repository.Root, "models", "h2ask-embed-zh"))!;
        IndexMaking.Run([_corpus.Path], _index.Path, new IndexingOptions { Embedder = model });
        using var index = new IndexFolder(_index.Path).Open(model);

        Assert.Empty(await PassageSearcher.SearchAsync(index, question, SearchFilters.None, 10));
        Assert.NotEmpty(await PassageSearcher.SearchAsync(index, "阀门", SearchFilters.None, 10));
    }

    [Fact]
    public async Task Without_vectors_only_what_shares_words_is_found()
    {
        using var lexical = new IndexFolder(_index.Path).Open();

        Assert.Empty(await PassageSearcher.SearchAsync(lexical, "多少钱", SearchFilters.None, 10));
        Assert.Equal("safety.txt", Assert.Single(await PassageSearcher.SearchAsync(lexical, "阀门", SearchFilters.None, 10)).Document.Document.File);
    }

    [Fact]
    public async Task No_more_are_found_than_asked_for_and_the_best_come_first()
    {
        var all = await PassageSearcher.SearchAsync(_opened, "阀门怎样检查", SearchFilters.None, 10);

        Assert.Equal(3, all.Count);
        Assert.Equal(all.Select(hit => hit.Score).OrderDescending(), all.Select(hit => hit.Score));
        Assert.Equal(all.Take(2).Select(hit => hit.Passage.Id), (await PassageSearcher.SearchAsync(_opened, "阀门怎样检查", SearchFilters.None, 2)).Select(hit => hit.Passage.Id));
    }

    [Fact]
    public async Task What_only_repeats_a_better_passage_stands_behind_all_that_say_something_else()
    {
        const string Text = "加氢站的经营单位应当每日检查储氢瓶组的阀门、管路和仪表，发现泄漏立即停止加注，疏散人员，并在一小时内向所在地的应急管理部门报告，不得迟报、漏报或者瞒报。";
        _corpus.With("one.txt", "甲市加氢站安全办法\n" + Text);
        _corpus.With("two.txt", "甲市加氢站安全办法\n" + Text);
        var embedder = new TopicEmbedder();
        IndexMaking.Run([_corpus.Path], _index.Path, new IndexingOptions { Embedder = embedder });
        using var index = new IndexFolder(_index.Path).Open(embedder);

        var found = await PassageSearcher.SearchAsync(index, "加氢站泄漏 阀门检查", SearchFilters.None, 10);

        Assert.Equal(5, found.Count);
        Assert.Contains(found[^1].Passage.Id, found[0].Passage.Twins);
        Assert.Equal(found.Select(hit => hit.Score).OrderDescending(), found.Select(hit => hit.Score));
    }

    [Fact]
    public async Task An_index_whose_answers_come_later_finds_the_same_and_is_asked_seldom()
    {
        using var distant = new DistantIndex(_opened);

        Assert.Equal(
            await PassageSearcher.SearchAsync(_opened, "阀门检查 多少钱", SearchFilters.None, 10),
            await PassageSearcher.SearchAsync(distant, "阀门检查 多少钱", SearchFilters.None, 10));
        // For the candidates, for the passages that are ranked and for those that are found, which it may keep from the time before.
        Assert.InRange(distant.Calls, 1, 3);
    }

    [Fact]
    public async Task A_search_that_is_cancelled_ends() => await Assert.ThrowsAnyAsync<OperationCanceledException>(
        async () => await PassageSearcher.SearchAsync(new DistantIndex(_opened), "阀门", SearchFilters.None, 10, new CancellationToken(canceled: true)));

    [Fact]
    public async Task The_best_for_each_side_of_a_comparison_are_among_the_first()
    {
        for (var i = 0; i < 12; i++)
        {
            _corpus.With($"shanghai{i}.txt", $"上海市加氢站补贴办法之{i}\n上海市对建成的加氢站给予补贴，上海市第{i}类加氢站的补贴为{i + 10}万元，补贴由上海市财政承担。");
            _corpus.With($"parking{i}.txt", $"停车收费通告之{i}\n深圳第{i}号停车场按时段收费，深圳市民凭卡进出，深圳停车不得占道。");
        }

        _corpus.With("shenzhen.txt", "深圳市加氢站补贴办法\n按投资的一成补贴，鼓励先行先试，其余事项另行规定，由主管机关解释，并向社会公布，各区可以另定细则，报上级备案。");
        IndexMaking.Run([_corpus.Path], _index.Path, new IndexingOptions());
        using var index = new IndexFolder(_index.Path).Open();

        var found = await PassageSearcher.SearchAsync(index, "上海和深圳的加氢站补贴有什么不同？", SearchFilters.None, 5);

        Assert.StartsWith("shanghai", found[0].Document.Document.File, StringComparison.Ordinal);
        Assert.Contains("shenzhen.txt", found.Take(3).Select(hit => hit.Document.Document.File));
        Assert.Equal(5, found.Select(hit => hit.Passage.Id).Distinct().Count());
        Assert.Equal(found.Select(hit => hit.Score).OrderDescending(), found.Select(hit => hit.Score));
    }

    [Fact]
    public async Task A_filter_holds_for_words_and_meaning()
    {
        Assert.Equal(["plan.txt"], await SearchAsync("阀门检查 多少钱", new SearchFilters { Files = ["plan.txt"] }));
        Assert.Empty(await SearchAsync("阀门检查 多少钱", new SearchFilters { Files = ["none.txt"] }));
    }

    public void Dispose()
    {
        _opened.Dispose();
        _corpus.Dispose();
        _index.Dispose();
    }

    private async Task<IEnumerable<string>> SearchAsync(string question, SearchFilters? filters = null) =>
        (await PassageSearcher.SearchAsync(_opened, question, filters ?? SearchFilters.None, 10)).Select(hit => hit.Document.Document.File);

    /// <summary>Knows one meaning, money, by whatever word; all else is one to it.</summary>
    private sealed class TopicEmbedder : IPassageEmbedder
    {
        private static readonly string[] Money = ["钱", "资金", "奖补"];

        public IndexedModel Model { get; } = new("topics", "topics", 2);

        public EmbeddedTexts EmbedPassages(IReadOnlyList<string> texts, IProgress<int>? progress, CancellationToken cancelled) =>
            new([.. texts.Select(EmbedQuery)], Cut: 0, Tokens: texts.Count);

        public float[] EmbedQuery(string question) => Array.Exists(Money, word => question.Contains(word, StringComparison.Ordinal)) ? [1, 0] : [0, 1];
    }
}
