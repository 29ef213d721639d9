using H2Ask.Core.Retrieval.Findings;

namespace H2Ask.Core.Tests.Retrieval.Findings;

public sealed class AskedDefinitionTests
{
    [Theory]
    [InlineData("口袋公园是什么意思？", "本办法所称口袋公园，是指规模较小的绿地。")]
    [InlineData("“绿地率”怎么算的？", "1.绿地率（%）=绿地面积÷用地面积。")]
    [InlineData("民宿是什么？", "民宿：利用闲置住宅接待游客的小型场所。")]
    [InlineData("“双增双减”的含义", "“双增双减”即增绿、增收、减负、减税。")]
    public void A_text_that_says_what_is_asked_for_is_told(string question, string text)
    {
        Assert.True(AskedDefinition.IsIn(question));
        Assert.True(AskedDefinition.IsGiven(question, text));
    }

    [Theory]
    [InlineData("口袋公园是什么意思？", "建设口袋公园30个。")]
    [InlineData("口袋公园是什么意思？", "本办法所称养护单位，是指负责养护的企业。")]
    [InlineData("口袋公园是什么意思？", "什么是口袋公园？")]
    [InlineData("口袋公园是什么意思？", "口袋公园是否收费由区里定。")]
    [InlineData("口袋公园是什么意思？", "口袋公园即将开放。")]
    [InlineData("口袋公园是什么意思？", "扎实推进城市更新和社区改造，建设口袋公园：30个。")]
    [InlineData("口袋公园是什么意思？", "是指")]
    [InlineData("口袋公园是什么意思？", "")]
    public void Another_text_is_not(string question, string text) => Assert.False(AskedDefinition.IsGiven(question, text));

    [Theory]
    [InlineData("口袋公园建几个？")]
    [InlineData("概念验证中心补多少钱？")]
    [InlineData("目标是多少？")]
    public void Not_every_question_asks_for_it(string question) => Assert.False(AskedDefinition.IsIn(question));
}
