using FsCheck;
using FsCheck.Fluent;
using H2Ask.Core.Text;

namespace H2Ask.Core.Tests.Text;

public class SentencesTests
{
    [Theory]
    [InlineData("加快发展。落实责任！是否？好；完。", "加快发展。|落实责任！|是否？|好；|完。")]
    [InlineData("他说：“加快发展。”会议结束。", "他说：“加快发展。”|会议结束。")]
    [InlineData("（责任单位：市科技局；市财政局）推进示范。下一句", "（责任单位：市科技局；市财政局）推进示范。|下一句")]
    [InlineData("增长1.5倍，1.总则不分。GB/T 1.2-3", "增长1.5倍，1.总则不分。|GB/T 1.2-3")]
    [InlineData("全面推进.落实责任.", "全面推进.|落实责任.")]
    [InlineData("第一行\n\n  第二行  \n", "第一行|第二行")]
    [InlineData("未闭合的“引号。后面一句。", "未闭合的“引号。|后面一句。")]
    [InlineData("", "")]
    public void Sentences_end_at_their_marks(string text, string expected) => Assert.Equal(expected, string.Join('|', Read(text, clauses: false)));

    [Theory]
    [InlineData("到2025年，建成30座，其中：氢站1,000座。", "到2025年，|建成30座，|其中：|氢站1,000座。")]
    [InlineData("见http://a.cn/b,c，完", "见http://a.cn/b,|c，|完")]
    [InlineData("（含氢、氨，不含醇）补贴，执行", "（含氢、氨，不含醇）补贴，|执行")]
    public void Clauses_end_at_commas_and_colons_too(string text, string expected) => Assert.Equal(expected, string.Join('|', Read(text, clauses: true)));

    [Fact]
    public void Spans_are_in_order_and_leave_out_blanks_only() =>
        Prop.ForAll(Gen.Elements("。", "，", "“", "”", "（", "）", "\n", " ", "\f", "氢", "1", ".", "a", "《", "》", "；").ListOf().Select(string.Concat).ToArbitrary(), text =>
        {
            AssertCovers(text, clauses: false);
            AssertCovers(text, clauses: true);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    private static void AssertCovers(string text, bool clauses)
    {
        var at = 0;
        foreach (var span in clauses ? Sentences.Clauses(text) : Sentences.In(text))
        {
            Assert.True(span.Start >= at && span.End > span.Start);
            Assert.True(text.AsSpan(at, span.Start - at).IsWhiteSpace());
            at = span.End;
        }

        Assert.True(text.AsSpan(at).IsWhiteSpace());
    }

    private static List<string> Read(string text, bool clauses)
    {
        var found = new List<string>();
        foreach (var span in clauses ? Sentences.Clauses(text) : Sentences.In(text)) found.Add(span.Of(text).ToString());
        return found;
    }
}
