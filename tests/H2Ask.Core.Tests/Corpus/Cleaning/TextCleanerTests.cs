using H2Ask.Core.Corpus.Cleaning;
using H2Ask.Core.Text;

namespace H2Ask.Core.Tests.Corpus.Cleaning;

public class TextCleanerTests
{
    [Theory]
    [InlineData("钢 城区", "钢城区")]
    [InlineData("给予500 万元\u00A0补贴", "给予500万元补贴")]
    [InlineData("《规范》（GB/Z 34541）和 Fuel Cell Bus", "《规范》（GB/Z 34541）和Fuel Cell Bus")]
    [InlineData("最高５０％，共１．５亿元", "最高50%，共1.5亿元")]
    [InlineData("在线PM_{2.5}成分，34.6 ^{**}，$m^{3}$", "在线PM2.5成分，34.6，m3")]
    [InlineData("\"\"氢能\"\"走廊", "\"氢能\"走廊")]
    [InlineData("**二、总体要求**", "二、总体要求")]
    [InlineData("<p>污染物减排</p> <p>实施改造</p>", "污染物减排实施改造")]
    [InlineData("续驶里程300<R<400公里", "续驶里程300<R<400公里")]
    [InlineData("产出率¹比上年提高", "产出率比上年提高")]
    [InlineData("面积20m²", "面积20m2")]
    public void What_only_the_layout_added_is_dropped(string source, string expected) => Assert.Equal(expected, TextCleaner.Clean(source).Text);

    [Fact]
    public void A_comment_on_its_own_line_is_said_by_nobody() =>
        Assert.DoesNotContain("REVIEW", TextCleaner.Clean("适用本办法。\n\n<!-- REVIEW END -->\n\n自公布之日起施行。").Text, StringComparison.Ordinal);

    [Theory]
    [InlineData("到2025年，公交车中新能源汽车的数量和更新的公交车中新能源\n\n源汽车的比例达到80%。", "到2025年，公交车中新能源汽车的数量和更新的公交车中新能源汽车的比例达到80%。")]
    [InlineData("完善开发区污水和工业固体废物处理设施，加快推进高端智能再制造。推广应用先\r\n\r\n进适用低碳技术与设备，加强控制。", "完善开发区污水和工业固体废物处理设施，加快推进高端智能再制造。推广应用先进适用低碳技术与设备，加强控制。")]
    [InlineData("完善开发区污水和工业固体废物处理设施，加快推进高端智能再制造。推广应用先\n- 12 -\n进适用低碳技术与设备，加强控制。", "完善开发区污水和工业固体废物处理设施，加快推进高端智能再制造。推广应用先进适用低碳技术与设备，加强控制。")]
    public void A_sentence_that_a_page_break_cut_is_whole_again(string source, string expected) => Assert.Equal(expected, TextCleaner.Clean(source).Text);

    [Theory]
    [InlineData("完善服务平台，建设碳排放管理信息系统，培育一批核算专业化\n（二）推进产业结构转型")]
    [InlineData("关于印发《河北省数字技术赋能制造业高质量发展实施方案》的通知\n各市人民政府：")]
    [InlineData("优化市场环境，落实各项责任。（市发展改革委、市市场监管局）\n加快建设基础设施，提高能力。")]
    [InlineData("一、总体要求\n以新发展理念为指导，加快发展。")]
    public void Lines_that_end_where_they_end_stay_apart(string source) => Assert.Equal(source, TextCleaner.Clean(source).Text);

    [Fact]
    public void A_footnote_between_two_halves_of_a_sentence_is_set_aside()
    {
        const string Source = "2020年主要资源产出率¹提高了。从国际看，单边主义抬头，叠加全球新冠肺炎疫情影\n\n1. 主要资源产出率（元/吨）=国内生产总值÷消费量。\n\n响，全球产业链受到严重冲击。";
        var clean = TextCleaner.Clean(Source);
        Assert.Equal("2020年主要资源产出率提高了。从国际看，单边主义抬头，叠加全球新冠肺炎疫情影响，全球产业链受到严重冲击。", clean.Text);
        Assert.StartsWith("1. 主要", Source[Assert.Single(clean.Asides).Start..], StringComparison.Ordinal);
    }

    [Fact]
    public void Page_numbers_alone_on_their_line_are_dropped_but_cells_of_a_lost_table_stay()
    {
        Assert.Equal("加快发展氢能产业，落实责任。\n推进示范应用，形成合力。", TextCleaner.Clean("加快发展氢能产业，落实责任。\n\n7\n\n推进示范应用，形成合力。").Text);
        Assert.Equal("加氢站\n12\n座", TextCleaner.Clean("加氢站\n12\n座").Text);
    }

    [Fact]
    public void Rows_stay_rows_and_indented_prose_is_prose()
    {
        Assert.Equal("指标\t2025年\n园区\t24 个".Replace(" ", "", StringComparison.Ordinal), TextCleaner.Clean("指标\t2025年\n园区\t24 个").Text);
        Assert.Equal("指标\t2025年\t\n园区\t24个", TextCleaner.Clean("| 指标 | 2025年 |\n| --- | --- |\n| 园区 | 24 个 |").Text);
        Assert.Equal("为进一步强化引领作用。", TextCleaner.Clean("\t为进一步强化引领作用。").Text);
    }

    [Fact]
    public void Every_code_unit_knows_its_place()
    {
        const string Source = "最高 ５００ 万元，\n\n合计PM_{2.5}。";
        var clean = TextCleaner.Clean(Source);
        for (var i = 1; i < clean.Text.Length; i++) Assert.True(clean.PlaceOf(i) >= clean.PlaceOf(i - 1));
        var at = clean.Text.IndexOf("500万元", StringComparison.Ordinal);
        Assert.Equal("５００ 万元", clean.ToSource(new TextSpan(at, at + 5)).Of(Source).ToString());
        Assert.Equal(at, clean.IndexFrom(clean.PlaceOf(at)));
    }

    [Theory]
    [InlineData("授予“最佳”\"\"优秀\"\"")]
    [InlineData("产出率&gt;")]
    [InlineData("浓度PM_{2.5}")]
    [InlineData("$m^{3}$以上")]
    [InlineData("体积$m^{3}$")]
    [InlineData("体积A_{ B}")]
    public void A_quote_neither_begins_nor_ends_inside_an_escape(string source)
    {
        var clean = TextCleaner.Clean(source);
        Assert.Equal(source, clean.ToSource(new TextSpan(0, clean.Text.Length)).Of(source).ToString());
        for (var i = 1; i < clean.Text.Length; i++) Assert.True(clean.PlaceOf(i) >= clean.EndOf(i - 1));
    }

    [Fact]
    public void An_omitted_run_leaves_a_gap()
    {
        const string Source = "前文。广告后文。";
        Assert.Equal($"前文。\n{CleanText.Gap}后文。", TextCleaner.Clean(Source, new TextSpan(0, Source.Length), [new TextSpan(3, 5)], []).Text);
    }
}
