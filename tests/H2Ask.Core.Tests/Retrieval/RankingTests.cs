using FsCheck;
using FsCheck.Fluent;
using H2Ask.Core.Index;
using H2Ask.Core.Retrieval;
using H2Ask.Tests;

namespace H2Ask.Core.Tests.Retrieval;

public sealed class RankingTests : IClassFixture<RankingTests.Corpus>
{
    private readonly EmbeddedIndex _index;

    public RankingTests(Corpus corpus) => _index = corpus.Index;

    [Fact]
    public async Task The_model_that_ships_knows_the_features_in_the_order_in_which_they_are_written()
    {
        var candidates = await Fusion.FindAsync(_index, "济南市建多少座加氢站？", SearchFilters.None, 10, CancellationToken.None);
        var passages = await _index.ReadPassagesAsync(candidates.Passages, CancellationToken.None);
        var names = new List<string>();
        var values = new float[CandidateFeatures.Most];

        var count = new CandidateFeatures(_index, candidates, passages).Write(0, values, names);

        Assert.Equal(RankerModel.Passages.Features, names);
        Assert.Equal(names.Count, count);
        Assert.Equal(names.Count, names.Distinct().Count());
    }

    [Theory]
    [InlineData("济南市加氢站建设补贴多少钱？", "济南市")]
    [InlineData("青岛市加氢站建设补贴多少钱？", "青岛市")]
    public async Task Of_documents_that_say_the_same_that_of_the_named_place_comes_first(string question, string place) =>
        Assert.Contains(place, (await PassageSearcher.SearchAsync(_index, question, SearchFilters.None, 5))[0].Document.Document.Region);

    [Fact]
    public async Task A_search_finds_as_many_as_are_asked_for_each_once_the_best_first()
    {
        var all = await PassageSearcher.SearchAsync(_index, "加氢站补贴", SearchFilters.None, 1000);

        Assert.Equal(_index.Passages.Count, all.Count);
        Assert.Equal(all.Count, all.Select(hit => hit.Passage.Id).Distinct().Count());
        Assert.Equal(all.Select(hit => hit.Score).OrderDescending(), all.Select(hit => hit.Score));
        Assert.Equal(all.Take(3), await PassageSearcher.SearchAsync(_index, "加氢站补贴", SearchFilters.None, 3));
    }

    [Fact]
    public async Task Passages_are_ranked_by_the_weights_that_are_given()
    {
        var ships = RankerModel.Passages;
        float[] None() => new float[ships.Features.Count];
        RankerModel By(string feature, int sign) => new(new RankerWeights(
            ships.Features, None(), [.. ships.Features.Select(_ => 1f)], [], [], [], [.. ships.Features.Select(name => name == feature ? (float)sign : 0)]));

        var most = await PassageSearcher.RankAsync(_index, "加氢站补贴", SearchFilters.None, By("words.total", 1), 1000, CancellationToken.None);
        var least = await PassageSearcher.RankAsync(_index, "加氢站补贴", SearchFilters.None, By("words.total", -1), 1000, CancellationToken.None);

        Assert.Equal(most[0].Passage.Id, (await _index.SearchWordsAsync("加氢站补贴", SearchFilters.None, 1, CancellationToken.None)).Select(hit => _index.Passages[hit.Passage].Id).Single());
        Assert.NotEqual(most[0].Passage.Id, least[0].Passage.Id);
    }

    [Fact]
    public async Task A_filter_keeps_all_others_out() => Assert.All(
        await PassageSearcher.SearchAsync(_index, "济南市加氢站补贴", new SearchFilters { Regions = ["青岛市"] }, 1000),
        hit => Assert.Contains("青岛市", hit.Document.Document.Region));

    [Fact]
    public void Any_question_can_be_ranked() => Prop.ForAll<string?>(async text =>
    {
        var hits = await PassageSearcher.SearchAsync(_index, text + "《" + text, SearchFilters.None, 8);
        return hits.Count == 8 && hits.All(hit => float.IsFinite(hit.Score)) && hits.Zip(hits.Skip(1)).All(pair => pair.First.Score >= pair.Second.Score);
    }).QuickCheckThrowOnFailure();

    /// <summary>Two cities with the same rules for hydrogen, and more that neither says.</summary>
    public sealed class Corpus : IDisposable
    {
        private readonly TemporaryFolder _corpus = new();
        private readonly TemporaryFolder _folder = new();

        public Corpus()
        {
            foreach (var city in (string[])["济南市", "青岛市"])
            {
                var articles = Enumerable.Range(3, 60).Select(i => $"第{i}条 {city}有关部门按照职责做好氢能产业的第{i}项工作，每年安排{i}次检查，并向社会公布检查的结果和处理的意见。\n");
                _corpus.With($"{city}.txt", $"{city}加氢站管理办法\n第一条 为了规范加氢站的建设和运营，制定本办法。\n第二条 加氢站建设补贴最高500万元，由财政局拨付。\n{string.Concat(articles)}");
            }

            IndexMaking.Run([_corpus.Path], _folder.Path, new IndexingOptions { Embedder = new LetterEmbedder() });
            Index = new IndexFolder(_folder.Path).Open(new LetterEmbedder());
        }

        public EmbeddedIndex Index { get; }

        public void Dispose()
        {
            Index.Dispose();
            _folder.Dispose();
            _corpus.Dispose();
        }
    }
}
