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
}
