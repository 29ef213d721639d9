using H2Ask.Core.Answering.Checking;

namespace H2Ask.Core.Tests.Answering.Checking;

public sealed class FigureReaderTests
{
    [Theory]
    [InlineData("1000万元", "1,000万元")]
    [InlineData("1000万元", "一千万元")]
    [InlineData("1000万元", "１０００万元")]
    [InlineData("1000万元", "0.1亿元")]
    [InlineData("2025年", "二〇二五年")]
    [InlineData("2025年3月1日", "2025-03-01")]
    [InlineData("30%", "百分之三十")]
    [InlineData("3年", "三年")]
    [InlineData("500kg", "500公斤")]
    [InlineData("20%以上", "不低于20%")]
    [InlineData("不超过500万元", "最高500万元")]
    [InlineData("35MPa", "35兆帕")]
    public void One_figure_is_one_however_it_is_written(string one, string other) =>
        Assert.True(Single(one).IsStatedBy(Single(other)), $"{Single(one)} {Single(other)}");

    [Theory]
    [InlineData("1000万元", "1000元")]
    [InlineData("1000万元", "100万元")]
    [InlineData("1000万元", "1000万吨")]
    [InlineData("2025年3月", "2025年")]
    [InlineData("2025年3月1日", "2025年3月11日")]
    [InlineData("不超过500万元", "不低于500万元")]
    [InlineData("500万元", "不超过500万元")]
    [InlineData("3年", "3个月")]
    [InlineData("五年", "三年")]
    public void Different_figures_are_not_taken_for_one(string one, string other) => Assert.False(Single(one).IsStatedBy(Single(other)));

    [Theory]
    [InlineData("十四五时期一批第三方四川七台河CO2的H2")]
    [InlineData("千方百计统一")]
    public void Words_that_count_nothing_are_no_figures(string text) => Assert.Empty(Read(text));

    [Fact]
    public void A_range_has_its_unit_at_both_ends() => Assert.Equal(["1e6", "2e6"], Read("100-200万元").Select(figure => figure.Value));

    private static StatedFigure Single(string text) => Assert.Single(Read(text));

    private static IEnumerable<StatedFigure> Read(string text) => ClauseReader.Read(text).SelectMany(clause => clause.Figures);
}
