using H2Ask.Core.Answering;
using H2Ask.Core.Retrieval;

namespace H2Ask.Core.Tests.Answering.Extractive;

[Collection(SmallCorpusCollection.Name)]
public sealed class SmallCorpusAnswersTests(SmallCorpus corpus)
{
    [Theory]
    [InlineData("济南市加氢站建设补贴最高多少万元？", "400万元", "jinan.txt", true)]
    [InlineData("济南市加氢站建设补贴最高多少万元？", "400万元", "jinan.txt", false)]
    [InlineData("潍坊到2025年推广多少辆燃料电池汽车？", "3000辆", "weifang.txt", true)]
    [InlineData("潍坊到2025年推广多少辆燃料电池汽车？", "3000辆", "weifang.txt", false)]
    [InlineData("济南已经建成多少座加氢站？", "12座", "jinan-news.txt", true)]
    [InlineData("烟台加氢站的氢气质量由哪个部门监督？", "市场监督管理部门", "yantai.txt", true)]
    [InlineData("烟台加氢站的氢气质量由哪个部门监督？", "市场监督管理部门", "yantai.txt", false)]
    [InlineData("青岛加氢站多久演练一次？", "每半年", "qingdao.txt", true)]
    public async Task The_sentence_that_answers_comes_first(string question, string words, string file, bool byMeaning)
    {
        var answer = await corpus.AskAsync(question, byMeaning);

        Assert.True(answer.Answered);
        Assert.Contains(words, answer.Statements[0].Text, StringComparison.Ordinal);
        Assert.Contains(words, answer.Citations[0].Quote, StringComparison.Ordinal);
        Assert.Equal(file, answer.Citations[0].Source.Document.Document.File);
    }

    [Theory]
    [InlineData("济南市加氢站建设补贴最高多少万元？", "济南市", true)]
    [InlineData("济南市加氢站建设补贴最高多少万元？", "济南市", false)]
    [InlineData("德州市加氢站建设补贴最高多少万元？", "德州市", true)]
    [InlineData("德州市加氢站建设补贴最高多少万元？", "德州市", false)]
    public async Task Documents_of_another_place_are_not_quoted_beside_the_right_one(string question, string place, bool byMeaning)
    {
        var answer = await corpus.AskAsync(question, byMeaning);

        Assert.NotEmpty(answer.Citations);
        Assert.All(answer.Citations, citation => Assert.Contains(place, citation.Source.Document.Document.Region));
        Assert.All(answer.Citations.SelectMany(citation => citation.Twins), twin => Assert.Contains(place, twin.Document.Region));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_same_fact_in_several_documents_is_one_citation_with_twins(bool byMeaning)
    {
        var answer = await corpus.AskAsync("聊城氢能重点实验室通过验收奖励多少钱？", byMeaning);

        var citation = Assert.Single(answer.Citations);
        Assert.Single(answer.Statements);
        Assert.Equal(
            ["liaocheng-copy.txt", "liaocheng.txt"],
            citation.Twins.Select(twin => twin.Document.File).Append(citation.Source.Document.Document.File).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("济南市加氢站建设补贴最高多少万元？")]
    [InlineData("济南和青岛的加氢站建设补贴最高各是多少？")]
    [InlineData("济南日加注能力500公斤及以上的加氢站，办法提出按投资额的多少补贴？")]
    public async Task The_document_is_quoted_not_the_news_about_it(string question)
    {
        var answer = await corpus.AskAsync(question);

        var citation = Assert.Single(answer.Citations, citation => citation.Source.Document.Document.Region.Contains("济南市"));
        Assert.Equal("jinan.txt", citation.Source.Document.Document.File);
        Assert.Contains("jinan-news.txt", citation.Twins.Select(twin => twin.Document.File));
    }

    [Fact]
    public async Task Sentences_that_differ_in_their_figures_alone_are_stated_both()
    {
        var answer = await corpus.AskAsync("日加注能力500公斤及以上的加氢站建设补贴最高不超过多少？");

        Assert.Contains(answer.Statements, statement => statement.Text.Contains("400万元", StringComparison.Ordinal));
        Assert.Contains(answer.Statements, statement => statement.Text.Contains("250万元", StringComparison.Ordinal));
        Assert.All(answer.Citations, citation => Assert.DoesNotContain(citation.Twins, twin => twin.Document.Region[^1] != citation.Source.Document.Document.Region[^1]));
    }

    [Theory]
    [InlineData("济南申请加氢站补贴的企业要具备哪些条件？", "jinan.txt", "第三条", "安全生产事故。", true)]
    [InlineData("济南申请加氢站补贴的企业要具备哪些条件？", "jinan.txt", "第三条", "安全生产事故。", false)]
    [InlineData("淄博加氢站哪些情形应当立即停止加注？", "zibo.txt", "第一条", "雷雨天气。", true)]
    [InlineData("淄博加氢站哪些情形应当立即停止加注？", "zibo.txt", "第一条", "雷雨天气。", false)]
    [InlineData("淄博加氢站要建立哪些台账？", "zibo.txt", "第二条", "人员培训台账。", true)]
    [InlineData("淄博加氢站要建立哪些台账？", "zibo.txt", "第二条", "人员培训台账。", false)]
    [InlineData("潍坊重点实施哪些工程？", "weifang.txt", "重点实施以下工程：", "加油站改建。", true)]
    [InlineData("潍坊重点实施哪些工程？", "weifang.txt", "重点实施以下工程：", "加油站改建。", false)]
    public async Task A_list_is_stated_whole_with_its_lead_in_a_line_for_each_item(string question, string file, string first, string last, bool byMeaning)
    {
        var answer = await corpus.AskAsync(question, byMeaning);

        var citation = answer.Citations[0];
        Assert.Equal([1], answer.Statements[0].Citations);
        Assert.StartsWith(first, citation.Quote, StringComparison.Ordinal);
        Assert.Contains(last, citation.Quote, StringComparison.Ordinal);
        Assert.Equal(SmallCorpus.TextOf(file)[citation.Start..citation.End], citation.Quote);
        var lines = answer.Statements[0].Text.Split('\n');
        Assert.True(lines.Length > 2);
        Assert.StartsWith(first, lines[0], StringComparison.Ordinal);
        Assert.Contains(lines, line => line.EndsWith(last, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_list_ends_where_the_next_begins()
    {
        var answer = await corpus.AskAsync("淄博加氢站哪些情形应当立即停止加注？");

        Assert.DoesNotContain("台账", answer.Statements[0].Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_short_item_is_stated_with_its_lead_in(bool byMeaning)
    {
        var answer = await corpus.AskAsync("淄博加氢站雷雨天气要停止加注吗？", byMeaning);

        Assert.StartsWith("第一条", answer.Citations[0].Quote, StringComparison.Ordinal);
        Assert.EndsWith("雷雨天气。", answer.Citations[0].Quote, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("烟台加氢站的氢气质量由哪个部门监督？", "征求意见稿")]
    [InlineData("青岛市加氢站建设补贴最高多少？", "有效期至2020年12月31日，已过期")]
    [InlineData("临沂加氢站从业人员每年要接受多少学时的安全培训？", "已由《临沂市加氢站管理办法（2022年修订版）》取代")]
    [InlineData("济南已经建成多少座加氢站？", "新闻报道")]
    [InlineData("济南申请加氢站补贴由谁受理？", null)]
    public async Task A_statement_says_what_to_know_of_its_document(string question, string? note)
    {
        var answer = await corpus.AskAsync(question);

        var statement = answer.Statements[0];
        Assert.Equal(note, statement.Note);
        Assert.Equal($"{statement.Text}{(note is null ? string.Empty : $"（{note}）")} [1]", answer.Text.Split(" [1]")[0] + " [1]");
    }

    [Theory]
    [InlineData("济南和青岛的加氢站建设补贴最高各是多少？", true)]
    [InlineData("济南和青岛的加氢站建设补贴最高各是多少？", false)]
    [InlineData("济南的加氢站建设补贴比青岛的高吗？", true)]
    public async Task What_is_compared_is_answered_side_by_side(string question, bool byMeaning)
    {
        var answer = await corpus.AskAsync(question, byMeaning);

        Assert.Null(answer.Notice);
        Assert.Equal(["济南", "青岛"], answer.Statements.Select(statement => statement.Label).Distinct());
        AssertSide(answer, "济南", "济南市", "400万元");
        AssertSide(answer, "青岛", "青岛市", "300万元");
        Assert.StartsWith("济南：", answer.Text, StringComparison.Ordinal);
        Assert.Contains("\n青岛：", answer.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("济南和太原的加氢站建设补贴有什么不同？", true)]
    [InlineData("济南和太原的加氢站建设补贴有什么不同？", false)]
    public async Task A_side_of_which_nothing_is_found_is_named_and_gets_no_statement(string question, bool byMeaning)
    {
        var answer = await corpus.AskAsync(question, byMeaning);

        Assert.True(answer.Answered);
        Assert.Equal("关于太原，资料中没有找到相关内容。", answer.Notice);
        Assert.All(answer.Statements, statement => Assert.Equal("济南", statement.Label));
        Assert.All(answer.Citations, citation => Assert.Contains("济南市", citation.Source.Document.Document.Region));
    }

    [Fact]
    public async Task Where_nothing_is_found_of_any_side_it_is_refused()
    {
        var answer = await corpus.AskAsync("太原和大同的加氢站建设补贴有什么不同？");

        Assert.False(answer.Answered);
        Assert.Empty(answer.Statements);
        Assert.Null(answer.Notice);
        Assert.StartsWith("资料中没有太原的相关内容，最接近的是《", answer.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("那青岛呢？", "青岛", "qingdao.txt")]
    [InlineData("申请的企业要具备哪些条件？", "济南", "jinan.txt")]
    public async Task A_follow_up_is_answered_as_the_question_it_stands_for(string question, string place, string file)
    {
        var answer = await corpus.AskAsync(question, byMeaning: true, new Turn("user", "济南市加氢站建设补贴最高多少万元？"), new Turn("assistant", "最高不超过400万元。 [1]"));

        Assert.NotEqual(question, answer.StandaloneQuestion);
        Assert.Contains(place, answer.StandaloneQuestion, StringComparison.Ordinal);
        Assert.Contains("补贴", answer.StandaloneQuestion, StringComparison.Ordinal);
        Assert.Equal(file, answer.Citations[0].Source.Document.Document.File);
    }

    [Theory]
    [InlineData("济南市加氢站建设补贴最高多少万元？", true)]
    [InlineData("济南市加氢站建设补贴最高多少万元？", false)]
    [InlineData("番茄炒蛋怎么做？", true)]
    [InlineData("济南和太原的加氢站建设补贴有什么不同？", true)]
    public async Task The_same_question_gets_the_same_answer_as_sure_as_before(string question, bool byMeaning)
    {
        var first = await corpus.AskAsync(question, byMeaning);
        var second = await corpus.AskAsync(question, byMeaning);

        Assert.InRange(first.Confidence, 0, 1);
        Assert.Equal(first.Confidence, second.Confidence);
        Assert.Equal(first.Text, second.Text);
        Assert.Equal(first.Citations.Select(citation => (citation.Source.Passage.Id, citation.Start)), second.Citations.Select(citation => (citation.Source.Passage.Id, citation.Start)));
    }

    private static void AssertSide(Answer answer, string label, string region, string words)
    {
        var statement = answer.Statements.First(statement => statement.Label == label);
        Assert.Contains(words, statement.Text, StringComparison.Ordinal);
        Assert.Contains(region, answer.Citations[statement.Citations[0] - 1].Source.Document.Document.Region);
    }
}
