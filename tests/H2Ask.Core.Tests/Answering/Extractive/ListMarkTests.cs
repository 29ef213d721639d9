using H2Ask.Core.Answering.Extractive;

namespace H2Ask.Core.Tests.Answering.Extractive;

public sealed class ListMarkTests
{
    [Theory]
    [InlineData("（三）加强监管。", 3)]
    [InlineData("(十二) 其他情形。", 12)]
    [InlineData("二、重点任务", 2)]
    [InlineData("4.建设平台。", 4)]
    [InlineData("②设备检修", 2)]
    [InlineData("五是健全机制。", 5)]
    [InlineData("“第二，缺少设施。", 2)]
    [InlineData("第三个支柱是认证。", 3)]
    [InlineData("其次，开展评估。", 2)]
    [InlineData("——坚持市场主导。", 0)]
    [InlineData("第二方面是认证。", 2)]
    [InlineData("- 建设平台。", 0)]
    public void An_item_is_known_by_its_mark(string text, int number) => Assert.Equal(number, ListMark.Of(text)?.Number);

    [Theory]
    [InlineData("2.5万元补贴")]
    [InlineData("一般项目")]
    [InlineData("企业应当备案。")]
    [InlineData("第三方机构应当备案。")]
    [InlineData("-40℃以下也能启动。")]
    public void What_begins_otherwise_has_no_mark(string text) => Assert.Null(ListMark.Of(text));

    [Theory]
    [InlineData("（一）甲", "（二）乙", true)]
    [InlineData("（一）甲", "（三）丙", true)]
    [InlineData("（一）甲", "（四）丁", false)]
    [InlineData("（二）乙", "（一）甲", false)]
    [InlineData("（一）甲", "2.乙", false)]
    [InlineData("——甲", "——乙", true)]
    public void An_item_follows_one_of_its_kind_that_counts_less(string one, string next, bool follows) =>
        Assert.Equal(follows, ListMark.Of(one)!.Value.IsBefore(ListMark.Of(next)!.Value));

    [Theory]
    [InlineData("应当符合下列条件：（一）依法登记；", "（一）")]
    [InlineData("办好四件实事：一是修通社区的小路。", "一是")]
    [InlineData("提交以下材料：1.申请表；", "1.")]
    public void The_first_item_is_found_in_the_midst_of_the_sentence_that_opens_the_list(string text, string mark) =>
        Assert.Equal(text.IndexOf(mark, StringComparison.Ordinal), ListMark.FindFirst(text, beforeSecond: false));

    [Theory]
    [InlineData("依照第八条第（一）项处理。", false)]
    [InlineData("这是全国统一是否可行的问题。", false)]
    [InlineData("提出六大措施一是加强领导。", false)]
    [InlineData("如公式（1）所示计算补贴。", false)]
    public void What_only_looks_like_one_is_none(string text, bool beforeSecond) => Assert.Equal(-1, ListMark.FindFirst(text, beforeSecond));

    [Fact]
    public void Without_a_colon_it_is_one_where_the_second_follows() => Assert.Equal(6, ListMark.FindFirst("提出六大措施一是加强领导。", beforeSecond: true));
}
