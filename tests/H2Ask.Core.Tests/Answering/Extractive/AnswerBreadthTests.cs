using H2Ask.Core.Answering.Extractive;
using H2Ask.Core.Retrieval;

namespace H2Ask.Core.Tests.Answering.Extractive;

public sealed class AnswerBreadthTests
{
    [Theory]
    [InlineData("氢能枢纽哪一年建成？", false)]
    [InlineData("加氢站由哪一个部门审批？", false)]
    [InlineData("氢走廊有哪4条线路？", true)]
    [InlineData("氢走廊有哪四条线路？", true)]
    [InlineData("有哪二十项工程？", true)]
    public void Things_that_are_counted_are_a_list_and_one_is_none(string question, bool takesLists) =>
        Assert.Equal(takesLists, Of(question).TakesLists);

    [Fact]
    public void Who_asks_for_several_things_is_told_more()
    {
        var (one, several) = (Of("滨江的步道修好以后谁来维护？"), Of("滨江的步道谁来维护？路灯怎么收费？"));

        Assert.True(several.LeastShare < one.LeastShare && several.LeastShareInSection < one.LeastShareInSection && several.Most > one.Most);
    }

    private static AnswerBreadth Of(string question) => AnswerBreadth.Of(question, QuestionAnalysis.Of(question));
}
