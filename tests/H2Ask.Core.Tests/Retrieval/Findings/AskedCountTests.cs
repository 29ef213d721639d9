using FsCheck;
using FsCheck.Fluent;
using H2Ask.Core.Retrieval.Findings;

namespace H2Ask.Core.Tests.Retrieval.Findings;

public sealed class AskedCountTests
{
    [Theory]
    [InlineData("垃圾分类的四大原则是什么？", 4)]
    [InlineData("哪五项工作要先做", 5)]
    [InlineData("两个片区分别在哪里？", 2)]
    [InlineData("12个重点县都有谁？", 12)]
    [InlineData("十条措施讲的是什么？", 10)]
    [InlineData("说一下十三类对象", 13)]
    [InlineData("文件列的二十种情形有哪些？", 20)]
    [InlineData("3家牵头单位是哪几家？", 3)]
    public void The_number_of_things_is_told(string question, int count) => Assert.Equal(count, AskedCount.Of(question));

    [Theory]
    [InlineData("第三条说的什么？")]
    [InlineData("十四五规划提了哪些任务？")]
    [InlineData("5年内要完成什么？")]
    [InlineData("三个月以后怎么办？")]
    [InlineData("2025年的目标是什么？")]
    [InlineData("一个企业能报几项？")]
    [InlineData("要建500个站点吗？")]
    [InlineData("三十个乡镇怎么分工？")]
    [InlineData("“三大”工程是什么？")]
    [InlineData("养老服务怎么收费？")]
    [InlineData("")]
    public void What_is_no_number_of_things_is_none(string question) => Assert.Equal(0, AskedCount.Of(question));

    [Theory]
    [InlineData("坚持政府引导、市场运作、分类施策、稳步推进的原则。", 4)]
    [InlineData("包括桥北、江心洲和滨湖。", 3)]
    [InlineData("一是便民，二是利企：设立收件、受理、审核、发证、归档，各窗口通办。", 5)]
    [InlineData("甲、乙、丙", 3)]
    [InlineData("桥北与滨湖两处", 2)]
    public void An_enumeration_of_so_many_is_told(string text, int count) => Assert.True(AskedCount.Lists(text, count));

    [Theory]
    [InlineData("坚持政府引导、市场运作、分类施策、稳步推进的原则。", 3)]
    [InlineData("收件、受理，审核、发证，归档。", 5)]
    [InlineData("各窗口通办。", 2)]
    [InlineData("", 2)]
    public void One_of_another_length_is_not(string text, int count) => Assert.False(AskedCount.Lists(text, count));

    [Theory]
    [InlineData("建设桥北等4家社区医院。", 4)]
    [InlineData("建设三大书坊。", 3)]
    [InlineData("建立两项制度、五个平台。", 5)]
    public void That_there_are_so_many_is_told(string text, int count) => Assert.True(AskedCount.IsStated(text, count));

    [Theory]
    [InlineData("建设14家社区医院。", 4)]
    [InlineData("第三条线路。", 3)]
    [InlineData("提高3.5个百分点。", 5)]
    [InlineData("建成一百二十个。", 20)]
    [InlineData("建成一百零五个。", 5)]
    [InlineData("新建医院。", 2)]
    public void Another_number_is_not(string text, int count) => Assert.False(AskedCount.IsStated(text, count));

    [Fact]
    public void No_question_is_too_odd_to_count_in() => Prop.ForAll<string?, NonNegativeInt>((text, number) =>
        AskedCount.Of($"{text}{number.Get}个{text}") is 0 or (> 1 and <= 20)).QuickCheckThrowOnFailure();
}
