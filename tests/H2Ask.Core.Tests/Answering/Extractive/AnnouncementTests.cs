using H2Ask.Core.Answering.Extractive;

namespace H2Ask.Core.Tests.Answering.Extractive;

public sealed class AnnouncementTests
{
    [Theory]
    [InlineData("规划提出的哪四条线路？", 4)]
    [InlineData("五项保障措施是哪五项？", 5)]
    [InlineData("三十二项任务分别是什么？", 32)]
    [InlineData("25项工程是哪些？", 25)]
    [InlineData("两大走廊都叫什么？", 2)]
    public void The_number_of_what_is_asked_for_is_read(string question, int count) => Assert.Equal(count, Announcement.CountIn(question));

    [Theory]
    [InlineData("管理办法第十二条的保障措施有哪些？")]
    [InlineData("管理办法第12条的保障措施有哪些？")]
    [InlineData("第十二批示范项目是哪些？")]
    [InlineData("22个县的保障措施有哪些？")]
    [InlineData("3个月内要落实的保障措施有哪些？")]
    [InlineData("3个月内有哪些？")]
    [InlineData("这两个文件是什么？")]
    [InlineData("3类企业的申报条件有哪些？")]
    [InlineData("哪一个部门负责？")]
    [InlineData("保障措施有哪些？")]
    public void Other_numbers_are_not_those_of_the_list(string question) => Assert.Null(Announcement.CountIn(question));

    [Theory]
    [InlineData("实施25项工程。", 25, "工程")]
    [InlineData("实施二十五项工程。", 25, "工程")]
    [InlineData("实施两大工程。", 2, "工程")]
    [InlineData("建设三大“滨水书坊”。", 3, "滨水书坊")]
    public void A_sentence_announces_so_many_things(string words, int count, string name)
    {
        Assert.Equal((count, name), Announcement.Of(words));
        Assert.True(Announcement.IsIn(words));
    }

    [Theory]
    [InlineData("违反本办法第三条规定：")]
    [InlineData("违反第十三条规定：")]
    [InlineData("备案需要3个工作日。")]
    [InlineData("建成一个基地。")]
    public void What_counts_nothing_announces_nothing(string words)
    {
        Assert.Null(Announcement.Of(words));
        Assert.False(Announcement.IsIn(words));
    }
}
