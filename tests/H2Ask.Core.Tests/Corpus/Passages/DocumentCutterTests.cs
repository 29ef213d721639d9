using H2Ask.Core.Corpus.Passages;
using H2Ask.Core.Text;

namespace H2Ask.Core.Tests.Corpus.Passages;

public class DocumentCutterTests
{
    private static readonly string Sentence = "各有关部门要加大对制氢、储运、加注等环节关键技术研发的支持力度，统筹安排专项资金，落实主体责任，形成工作合力。";

    [Fact]
    public void An_article_long_enough_is_a_passage_of_its_own()
    {
        var article = string.Concat(Enumerable.Repeat(Sentence, 4));
        var text = $"第一章 总则第一条 {article}第二条 {article}";
        var cut = Cutting.Cut(text);
        Assert.Equal(2, cut.Passages.Count);
        Assert.StartsWith("第一章 总则第一条", cut.Passages[0].Text, StringComparison.Ordinal);
        Assert.Equal(["第一章 总则", "第二条"], cut.Passages[1].Section);
    }

    [Fact]
    public void Short_articles_are_joined_under_their_chapter()
    {
        var text = $"第一章 总则\n第一条 {Sentence}\n第二条 {Sentence}\n第三条 {Sentence}\n第二章 补贴\n第四条 {Sentence}{Sentence}{Sentence}{Sentence}\n";
        var cut = Cutting.Cut(text);
        Assert.Equal(2, cut.Passages.Count);
        Assert.Equal(["第一章 总则"], cut.Passages[0].Section);
        Assert.Equal(["第二章 补贴", "第四条"], cut.Passages[1].Section);
    }

    [Fact]
    public void Passages_do_not_reach_over_top_sections()
    {
        var body = string.Concat(Enumerable.Repeat(Sentence, 2));
        var cut = Cutting.Cut($"一、总体要求\n{body}\n二、重点任务\n{body}\n三、保障措施\n{body}{body}{body}\n");
        Assert.Equal(["一、总体要求", "二、重点任务", "三、保障措施"], cut.Passages.Select(passage => passage.Section[0]));
    }

    [Fact]
    public void A_cut_list_keeps_its_lead_in_for_searching()
    {
        var items = string.Join('\n', Enumerable.Range(1, 12).Select(number => $"（{number}）{Sentence}"));
        var cut = Cutting.Cut($"五、申报材料\n申请补贴的企业应当提交以下材料：\n{items}\n");
        Assert.True(cut.Passages.Count > 1);
        Assert.All(cut.Passages, passage => Assert.Contains("申请补贴的企业应当提交以下材料：", passage.SearchText, StringComparison.Ordinal));
        Assert.DoesNotContain("以下材料", cut.Passages[1].Text, StringComparison.Ordinal);
        Assert.StartsWith("（", cut.Passages[1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_part_of_a_long_table_is_searched_with_its_caption()
    {
        var rows = string.Join('\n', Enumerable.Range(1, 3000).Select(row => $"第{row}号加氢站\t日加氢能力{row}千克"));
        var cut = Cutting.Cut($"加氢站建设任务表\n{rows}\n以上任务按年度分解，逐项落实。\n{rows}\n");
        var captioned = cut.Passages.TakeWhile(passage => !passage.Text.Contains("以上任务", StringComparison.Ordinal)).ToList();
        Assert.True(captioned.Count > 50);
        Assert.All(captioned, passage => Assert.StartsWith("加氢站建设任务表", passage.SearchText, StringComparison.Ordinal));
        Assert.All(cut.Passages.Skip(captioned.Count + 1), passage => Assert.DoesNotContain("建设任务表", passage.SearchText, StringComparison.Ordinal));
    }

    [Fact]
    public void A_title_alone_is_one_passage()
    {
        var passage = Assert.Single(Cutting.Cut("全省建成加氢站30座！", title: "全省建成加氢站30座！").Passages);
        Assert.Equal("全省建成加氢站30座！", passage.Text);
    }

    [Fact]
    public void A_heading_goes_with_the_text_below_it()
    {
        var body = string.Concat(Enumerable.Repeat(Sentence, 12));
        var cut = Cutting.Cut($"三、重点任务\n（一）扩大应用\n1.车辆推广\n{body}\n");
        Assert.StartsWith("三、重点任务\n（一）扩大应用\n1.车辆推广\n各有关部门", cut.Passages[0].Text, StringComparison.Ordinal);
        Assert.All(cut.Passages, passage => Assert.Equal(["三、重点任务", "（一）扩大应用", "1.车辆推广"], passage.Section));
    }

    [Fact]
    public void A_page_number_inside_a_sentence_is_quoted_but_not_searched()
    {
        var text = "对重点用能单位实行 3 属地管理基础上的分级监管。从供需两侧共同发力，5 促进电力需求侧互动。引导绿色建筑开发 6 单位更加注重运行。";
        var passage = Assert.Single(Cutting.Cut(text).Passages);
        Assert.Contains("实行 3 属地", passage.Text, StringComparison.Ordinal);
        Assert.Contains("实行属地管理", passage.SearchText, StringComparison.Ordinal);
    }

    [Fact]
    public void A_list_of_short_lines_carries_its_parents_as_sections()
    {
        var lines = string.Join('\n', Enumerable.Range(1, 60).Select(number => $"1.2.{number} 节能与环保装备制造{(char)('甲' + number)}"));
        var cut = Cutting.Cut($"1 节能环保产业\n1.1 装备\n1.1.1 锅炉制造\n1.2 先进环保装备\n{lines}\n");
        Assert.All(cut.Passages.Skip(1), passage => Assert.Equal(["1 节能环保产业", "1.2 先进环保装备"], passage.Section));
    }

    [Fact]
    public void A_table_row_carries_its_column_heads_for_searching()
    {
        var text = "主要指标\n\n类别\t指标\t2023年\t2025年\n设施\t物流园区\t20个\t24个\n\t冷链库容\t30万\t40万\n";
        var passage = Assert.Single(Cutting.Cut(text).Passages);
        Assert.Contains("设施 指标：物流园区 2023年：20个 2025年：24个", passage.SearchText, StringComparison.Ordinal);
        Assert.Contains("设施 指标：冷链库容 2023年：30万 2025年：40万", passage.SearchText, StringComparison.Ordinal);
        Assert.Contains("\t冷链库容\t30万\t40万", passage.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_row_that_was_split_over_two_lines_is_one_row()
    {
        var text = "类别\t指标\t2023年\t2025年\n产业\t交通运输、仓储和邮政业\n(剔除客运)年营业收入\t957亿\t1080亿\n\t物流企业\t17家\t18家\n";
        var passage = Assert.Single(Cutting.Cut(text).Passages);
        Assert.Contains("产业 指标：交通运输、仓储和邮政业(剔除客运)年营业收入 2023年：957亿 2025年：1080亿", passage.SearchText, StringComparison.Ordinal);
    }

    [Fact]
    public void A_letter_and_the_document_it_issues_share_no_passage()
    {
        var text = $"关于印发办法的通知\n各区：\n现印发给你们，请遵照执行。\n补贴办法\n{Sentence}{Sentence}{Sentence}\n";
        var cut = Cutting.Cut(text, new PassageOptions { Minimum = 40, Maximum = 120 }, title: "补贴办法");
        Assert.Contains(cut.Passages, passage => passage.Text.StartsWith("补贴办法\n", StringComparison.Ordinal));
    }

    [Fact]
    public void An_omitted_run_is_in_no_passage()
    {
        var text = $"{Sentence}推荐阅读→别的标题{Sentence}";
        var gap = new TextSpan(Sentence.Length, Sentence.Length + 9);
        var cut = Cutting.Cut(text, omitted: gap);
        Assert.Equal([Sentence, Sentence], cut.Passages.Select(passage => passage.Text));
    }

    [Theory]
    [InlineData(300, 500)]
    [InlineData(150, 200)]
    public void Lengths_that_do_not_fit_together_are_refused(int minimum, int maximum)
    {
        var options = new PassageOptions { Minimum = minimum, Maximum = maximum };
        Assert.Throws<ArgumentException>(() => new DocumentCutter(options));
    }

    [Fact]
    public void Impossible_lengths_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new PassageOptions { Minimum = -1 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new PassageOptions { Maximum = 10 });
    }
}
