using H2Ask.Core.Index;
using H2Ask.Core.Retrieval;
using H2Ask.Core.Retrieval.Findings;
using H2Ask.Tests;

namespace H2Ask.Core.Tests.Retrieval.Findings;

public sealed class FindingRankingTests(FindingRankingTests.Corpus corpus) : IClassFixture<FindingRankingTests.Corpus>
{
    private const string Question = "宜昌市的家庭托育点收托多少名婴幼儿？";

    public static TheoryData<bool> WithModelAndWithout => [true, false];

    [Theory, MemberData(nameof(WithModelAndWithout))]
    public async Task The_networks_that_ship_know_the_features_in_the_order_in_which_they_are_written(bool isDense)
    {
        var (features, count) = await FeaturesAsync(isDense);
        var (names, sureNames, values) = (new List<string>(), new List<string>(), new float[2 * FindingFeatures.Most]);

        var written = features.Write(0, values, names);
        var sureWritten = AnswerConfidence.Write(features, [.. Enumerable.Range(0, count)], new float[count], new float[count], values, sureNames);

        Assert.Equal((isDense ? RankerModel.Findings : RankerModel.FindingsByWords).Features, names);
        Assert.Equal((isDense ? RankerModel.Confidence : RankerModel.ConfidenceByWords).Features, sureNames);
        Assert.Equal((names.Count, sureNames.Count), (written, sureWritten));
        Assert.Distinct(sureNames);
        Assert.InRange(written, 1, FindingFeatures.Most);
    }

    [Theory, MemberData(nameof(WithModelAndWithout))]
    public async Task Every_finding_has_the_same_features_whatever_is_asked(bool isDense)
    {
        foreach (var question in (string[])["", "？", "宜昌和荆州2024年、2025年各有多少家《托育服务办法》里的四类机构？", new string('托', 500)])
        {
            var (features, count) = await FeaturesAsync(isDense, question);
            var values = new float[FindingFeatures.Most];
            Assert.All(Enumerable.Range(0, count), i => Assert.Equal(RankerModel.Findings.Features.Count, features.Write(i, values)));
            Assert.All(values, value => Assert.True(float.IsFinite(value)));
        }
    }

    [Theory, MemberData(nameof(WithModelAndWithout))]
    public async Task Passages_come_in_the_order_of_their_best_findings(bool isDense)
    {
        var found = await RankAsync(isDense);

        var best = found.Findings.DistinctBy(finding => finding.Finding.Hit).Select(finding => finding.Hit.Passage.Id).ToArray();
        Assert.True(best.Length > 3);
        Assert.Equal(best, found.Hits.Take(best.Length).Select(hit => hit.Passage.Id));
        Assert.Equal(found.Findings[0].Score, found.Hits[0].Score);
    }

    [Theory, MemberData(nameof(WithModelAndWithout))]
    public async Task Passages_that_are_not_read_stay_behind_in_their_order(bool isDense)
    {
        var hits = await HitsAsync(isDense, 24);
        var found = FindingRanking.Rank(corpus.Index(isDense), Question, hits, CancellationToken.None);

        Assert.Equal(24, hits.Count);
        Assert.Equal(hits.Skip(FindingRanking.Depth).Select(hit => hit.Passage.Id), found.Hits.Skip(FindingRanking.Depth).Select(hit => hit.Passage.Id));
        Assert.Equal(hits.Select(hit => hit.Passage.Id).Order(StringComparer.Ordinal), found.Hits.Select(hit => hit.Passage.Id).Order(StringComparer.Ordinal));
        Assert.InRange(found.Findings.Max(finding => finding.Finding.Hit), 0, FindingRanking.Depth - 1);
    }

    [Theory, MemberData(nameof(WithModelAndWithout))]
    public async Task Scores_fall_from_the_first_to_the_last(bool isDense)
    {
        var found = FindingRanking.Rank(corpus.Index(isDense), Question, await HitsAsync(isDense, 24), CancellationToken.None);

        Assert.Equal(found.Hits.Select(hit => hit.Score).OrderDescending(), found.Hits.Select(hit => hit.Score));
        Assert.Equal(found.Findings.Select(finding => finding.Score).OrderDescending(), found.Findings.Select(finding => finding.Score));
        Assert.Equal(1, found.Findings.Sum(finding => finding.Share), 1e-4);
        Assert.InRange(found.Confidence, 0, 1);
    }

    [Theory, MemberData(nameof(WithModelAndWithout))]
    public async Task Each_finding_goes_with_the_passage_that_it_stands_in(bool isDense) => Assert.All(
        (await RankAsync(isDense)).Findings,
        finding => Assert.Contains(finding.Finding.Words, finding.Hit.Passage.SearchText, StringComparison.Ordinal));

    [Theory, MemberData(nameof(WithModelAndWithout))]
    public async Task The_sentence_that_answers_comes_first(bool isDense)
    {
        var best = (await RankAsync(isDense)).Findings[0];

        Assert.Equal("宜昌市", best.Hit.Document.Document.Region[^1]);
        Assert.Contains("不超过5名", best.Finding.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_passage_without_a_finding_stands_behind_those_with_one()
    {
        var hits = (await HitsAsync(true, 3)).ToArray();
        hits[0] = hits[0] with { Passage = hits[0].Passage with { Id = "marks", Text = "——", SearchText = "——" } };

        var found = FindingRanking.Rank(corpus.Index(true), Question, hits, CancellationToken.None);

        Assert.Equal("marks", found.Hits[^1].Passage.Id);
        Assert.True(found.Hits[^1].Score < found.Findings[^1].Score);
    }

    [Fact]
    public void Where_nothing_was_found_nothing_is_sure()
    {
        var found = FindingRanking.Rank(corpus.Index(true), Question, [], CancellationToken.None);

        Assert.Equal((Question, 0), (found.Question, found.Confidence));
        Assert.Empty(found.Hits);
        Assert.Empty(found.Findings);
    }

    [Fact]
    public async Task Passages_without_a_sentence_keep_their_order()
    {
        var hits = (await HitsAsync(true, 3)).Select(hit => hit with { Passage = hit.Passage with { Text = "。", SearchText = "。" } }).ToArray();

        Assert.Equal(hits, FindingRanking.Rank(corpus.Index(true), Question, hits, CancellationToken.None).Hits);
    }

    [Fact]
    public async Task An_item_of_a_list_is_read_with_what_leads_in_to_it()
    {
        const string Question = "什么情形不予备案？";
        var items = "（一）饲养宠物的；\n（二）堆放杂物的。";

        var alone = await FeatureAsync(Question, items, "token.inPlace");
        var ledIn = await FeatureAsync(Question, "有下列情形之一的，不予备案：\n" + items, "token.inPlace");

        Assert.True(ledIn[1] > alone[0] && ledIn[2] > alone[1]);
        Assert.Equal((await FeatureAsync(Question, items, "token.sentence"))[0], (await FeatureAsync(Question, "有下列情形之一的，不予备案：\n" + items, "token.sentence"))[1]);
    }

    [Fact]
    public async Task What_asks_counts_by_itself_and_so_does_what_few_findings_meet()
    {
        const string Question = "荆州的家庭托育点开会时，消防检查由谁来负责？";
        const string Text = "荆州的家庭托育点召开会议。荆州的家庭托育点年底开会。消防检查由街道负责。";

        foreach (var feature in (string[])["focus.clause", "focus.word", "rare.sentence", "rare.clause"])
        {
            var met = await FeatureAsync(Question, Text, feature);
            Assert.True(met[2] > met[0] && met[2] > met[1], feature);
        }
    }

    [Fact]
    public async Task That_there_are_so_many_is_a_sign_where_so_many_are_asked_for()
    {
        Assert.Equal((float[])[1, -1], await FeatureAsync("三项措施是哪三项？", "采取三项措施。采取其他措施。", "answer.counted"));
        Assert.Equal((float[])[0, 0], await FeatureAsync("措施是哪些？", "采取三项措施。采取其他措施。", "answer.counted"));
    }

    [Fact]
    public async Task That_a_term_is_defined_is_a_sign_where_that_is_asked_for()
    {
        Assert.Equal((float[])[1, 0], await FeatureAsync("家庭托育点是什么意思？", "家庭托育点是指利用住宅照护婴幼儿的场所。支持家庭托育点发展。", "answer.defines"));
        Assert.Equal((float[])[0, 0], await FeatureAsync("家庭托育点有几个？", "家庭托育点是指利用住宅照护婴幼儿的场所。支持家庭托育点发展。", "answer.defines"));
    }

    /// <summary>A feature of each finding of a passage.</summary>
    private async Task<float[]> FeatureAsync(string question, string text, string feature)
    {
        var hit = (await HitsAsync(true, 1))[0];
        hit = hit with { Passage = hit.Passage with { Text = text, SearchText = text } };
        var findings = new List<Finding>();
        FindingReader.Read(0, hit.Passage, findings);
        var features = new FindingFeatures(corpus.Index(true), question, [hit], findings, CancellationToken.None);
        return [.. findings.Select((_, i) =>
        {
            var (names, values) = (new List<string>(), new float[FindingFeatures.Most]);
            features.Write(i, values, names);
            return values[names.IndexOf(feature)];
        })];
    }

    private async Task<FoundAnswers> RankAsync(bool isDense) =>
        FindingRanking.Rank(corpus.Index(isDense), Question, await HitsAsync(isDense, 10), CancellationToken.None);

    private async Task<IReadOnlyList<SearchHit>> HitsAsync(bool isDense, int top) =>
        await PassageSearcher.RankAsync(corpus.Index(isDense), Question, SearchFilters.None, RankerModel.Passages, top, CancellationToken.None);

    private async Task<(FindingFeatures Features, int Findings)> FeaturesAsync(bool isDense, string question = Question)
    {
        var hits = await HitsAsync(isDense, 6);
        var findings = new List<Finding>();
        for (var i = 0; i < hits.Count; i++) FindingReader.Read(i, hits[i].Passage, findings);
        return (new FindingFeatures(corpus.Index(isDense), question, hits, findings, CancellationToken.None), findings.Count);
    }

    /// <summary>Three cities with rules for nurseries that differ in a figure, with and without the model that ships.</summary>
    public sealed class Corpus : IDisposable
    {
        private static readonly (string City, int Children)[] Cities = [("宜昌市", 5), ("荆州市", 7), ("襄阳市", 9)];

        private readonly TemporaryFolder _corpus = new();
        private readonly TemporaryFolder _folder = new();
        private readonly ModelEmbedder _embedder = ModelEmbedder.Choose(Path.Combine(Repository.Root, "models", "h2ask-embed-zh"))!;
        private readonly EmbeddedIndex _dense;
        private readonly EmbeddedIndex _byWords;

        public Corpus()
        {
            foreach (var (city, children) in Cities)
            {
                var articles = Enumerable.Range(4, 30).Select(i => $"第{i}条 {city}家庭托育点应当按照第{i}类要求配备照护人员。举办者每年接受{i}次检查，检查的结果由卫生健康部门向社会公布，并作为评定等级的依据。\n");
                _corpus.With($"{city}.txt", $"{city}家庭托育点管理办法\n第一条 为了规范家庭托育服务，制定本办法。\n第二条 家庭托育点收托婴幼儿的人数不超过{children}名。\n第三条 收费标准由举办者自行确定，并且向社会公示。\n{string.Concat(articles)}");
            }

            IndexMaking.Run([_corpus.Path], _folder.Path, new IndexingOptions { Embedder = _embedder });
            _dense = new IndexFolder(_folder.Path).Open(_embedder);
            _byWords = new IndexFolder(_folder.Path).Open();
        }

        public void Dispose()
        {
            _dense.Dispose();
            _byWords.Dispose();
            _embedder.Dispose();
            _folder.Dispose();
            _corpus.Dispose();
        }

        internal EmbeddedIndex Index(bool isDense) => isDense ? _dense : _byWords;
    }
}
