using H2Ask.Core.Corpus;
using H2Ask.Core.Index;
using H2Ask.Core.Retrieval;
using H2Ask.Core.Retrieval.Findings;

namespace H2Ask.Core.Tests.Retrieval.Findings;

public sealed class NearMissTests
{
    [Theory]
    [InlineData("好的")]
    [InlineData("谢谢啦！")]
    [InlineData("您好～")]
    [InlineData("  hello! ")]
    [InlineData("1+1=?")]
    [InlineData("？？？")]
    [InlineData("")]
    public void A_greeting_thanks_or_a_sum_asks_nothing(string text) => Assert.True(NearMiss.AsksNothing(text));

    [Theory]
    [InlineData("你好，加氢站补贴多少？")]
    [InlineData("好的，那青岛呢")]
    [InlineData("氢能")]
    [InlineData("谢谢参与奖怎么领")]
    [InlineData("hello kitty")]
    [InlineData("2025年加氢站")]
    public void What_goes_on_is_a_question(string text) => Assert.False(NearMiss.AsksNothing(text));

    [Theory]
    [InlineData("河南要建多少座加氢站？", "国家", "到2025年建成加氢站60座。", true)]
    [InlineData("河南要建多少座加氢站？", "国家", "河南：到2025年建成加氢站60座。", false)]
    [InlineData("河南要建多少座加氢站？", "国家", "郑州到2025年建成加氢站60座。", false)]
    [InlineData("河南要建多少座加氢站？", "国家", "宁夏到2025年建成加氢站2座。河南正在编制规划。", true)]
    [InlineData("河南要建多少座加氢站？", "", "到2025年建成加氢站60座。", true)]
    [InlineData("河南要建多少座加氢站？", "河南省", "到2025年建成加氢站60座。", false)]
    [InlineData("河南要建多少座加氢站？", "河南省,郑州市", "到2025年建成加氢站60座。", false)]
    [InlineData("河南要建多少座加氢站？", "山东省", "到2025年建成加氢站60座。", true)]
    [InlineData("内蒙古要建多少座加氢站？", "国家", "内蒙古建成加氢站60座。", false)]
    [InlineData("我在河南，国家要建多少座加氢站？", "国家", "到2025年建成加氢站60座。", false)]
    [InlineData("要建多少座加氢站？", "山东省", "到2025年建成加氢站60座。", false)]
    [InlineData("河南的加氢站要符合什么规范？", "国家", "加氢站应当远离明火。河南、宁夏等地先行。", false)]
    [InlineData("河南的加氢站要符合什么规范？", "国家", "加氢站应当远离明火。", true)]
    [InlineData("河南的加氢站要符合什么规范？", "山东省", "加氢站应当远离明火。", true)]
    [InlineData("郑州要建多少座加氢站？", "", "河南要建加氢站60座。", false)]
    [InlineData("河南要建多少座加氢站？", "国家", "河南发布规划。借鉴上海经验，建成加氢站60座。", false)]
    public void What_is_not_about_the_place_asked_for_is_missed(string question, string region, string text, bool isMissed) =>
        Assert.Equal(isMissed, IsIn(question, region, text));

    [Theory]
    [InlineData("2022年卖氢补多少？", "2021年补贴每公斤20元。", true)]
    [InlineData("2022年卖氢补多少？", "2022年补贴每公斤15元。", false)]
    [InlineData("2022年卖氢补多少？", "2021年至2023年补贴每公斤15元。", false)]
    [InlineData("2022年卖氢补多少？", "2021-2025年补贴每公斤15元。", false)]
    [InlineData("2022年卖氢补多少？", "2023 年至 2025 年补贴每公斤15元。", true)]
    [InlineData("日加氢能力2000公斤的站补多少？", "补贴每站500万元。", false)]
    public void What_is_of_other_years_than_the_one_asked_for_is_missed(string question, string text, bool isMissed) =>
        Assert.Equal(isMissed, IsIn(question, "", text));

    private static bool IsIn(string question, string region, string text)
    {
        var passage = new Passage { Id = "p", DocumentId = "d", Start = 0, End = text.Length, Text = text, SearchText = text };
        var document = new PolicyDocument { Id = "d", File = "d.txt", Start = 0, End = text.Length, Title = "氢能产业简讯", Region = region.Split(',', StringSplitOptions.RemoveEmptyEntries) };
        var hit = new SearchHit(passage, new IndexedDocument(0, document, 0, 1), 1);
        var findings = new List<Finding>();
        FindingReader.Read(0, passage, findings);
        return NearMiss.IsIn(question, QuestionAnalysis.Of(question), AskedKind.Of(question) is { IsFigure: true }, [.. findings.Select(finding => new ScoredFinding(finding, hit, 1, 1))]);
    }
}
