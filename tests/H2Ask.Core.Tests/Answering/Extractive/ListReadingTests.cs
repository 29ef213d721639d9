using H2Ask.Core.Answering.Extractive;
using H2Ask.Core.Corpus;
using H2Ask.Core.Index;
using H2Ask.Core.Retrieval;

namespace H2Ask.Core.Tests.Answering.Extractive;

public sealed class ListReadingTests
{
    [Fact]
    public void A_list_is_found_from_its_lead_in_from_an_item_and_from_within_one()
    {
        var lines = Lines("推进两项工程：（一）氢源工程。建设提纯装置。（二）车辆工程。推广重型卡车。");

        int[] places = [0, 1, 2, 3, 4];
        var lists = Array.ConvertAll(places, at => ListReading.Around(lines, at).First());

        Assert.All(lists, list => Assert.Equal((0, 5), (list.Lead, list.End)));
        Assert.All(lists, list => Assert.Equal([1, 3], list.Items));
    }

    [Fact]
    public void Of_lists_in_lists_the_innermost_comes_first()
    {
        var lines = Lines("一、总体要求\n（一）强化监管。\n1.健全制度体系。\n2.开展安全评估。\n（二）保障供给。\n二、保障措施");

        var lists = ListReading.Around(lines, 3).Select(list => lines[list.Items[^1]].Words);

        Assert.Equal(["2.开展安全评估。", "（二）保障供给。", "二、保障措施"], lists);
    }

    [Fact]
    public void A_sentence_within_an_item_opens_no_list_of_those_after_it()
    {
        var lines = Lines("（二）基本原则\n——政策引导。营造良好环境。\n——市场主导。坚持企业主体地位。\n——重点推进。");

        var list = ListReading.Around(lines, 4).First();

        Assert.Equal((0, 3), (list.Lead, list.Items.Count));
    }

    [Theory]
    [InlineData("建设三大“滨水书坊”。桥北书坊，以绘本为主。江心书坊，以方志为主。湖滨书坊，以科普为主。促进全民阅读。")]
    [InlineData("已经形成三大发展区域：东部区域以上海为代表；西部区域以四川为代表；南部区域以广东为代表。促进城乡融合。")]
    public void What_is_announced_is_found_without_marks(string text)
    {
        var lines = Lines(text);

        var list = ListReading.Around(lines, 0).First();

        Assert.Equal([1, 2, 3], list.Items);
        Assert.Equal((0, 4), (list.Lead, list.End));
    }

    [Fact]
    public void Fewer_things_than_were_announced_are_no_list() =>
        Assert.Empty(ListReading.Around(Lines("建设三大“滨水书坊”。桥北书坊，以绘本为主。促进全民阅读。建设美丽乡村。"), 0));

    [Fact]
    public void A_list_of_which_the_beginning_is_missing_is_none() =>
        Assert.Empty(ListReading.Around(Lines("（三）完善服务体系。（四）加强组织领导。"), 1));

    [Fact]
    public void Dashes_behind_another_colon_are_another_list()
    {
        var lines = Lines("坚持以下原则：\n——市场主导。\n——政策引导。\n实现以下目标：\n——建成加氢站。\n——推广车辆。");

        Assert.Equal([1, 2], ListReading.Around(lines, 1).First().Items);
        Assert.Equal(3, ListReading.Around(lines, 1).First().End);
        Assert.Equal([4, 5], ListReading.Around(lines, 5).First().Items);
    }

    [Fact]
    public void A_list_that_nothing_ends_is_open()
    {
        Assert.True(ListReading.Around(Lines("推进两项工程：\n（一）氢源工程。\n（二）车辆工程。"), 1).First().IsOpen);
        Assert.False(ListReading.Around(Lines("一、推进两项工程：\n（一）氢源工程。\n（二）车辆工程。\n二、完善各项保障措施"), 1).First().IsOpen);
    }

    [Fact]
    public void A_list_ends_with_its_article()
    {
        var lines = Lines("第一条 有下列情形的停止加注：\n（一）氢气泄漏报警；\n（二）设备压力异常。\n第二条 应当建立下列台账：\n（一）设备检修台账；\n（二）人员培训台账。");

        Assert.Equal((0, 3), (ListReading.Around(lines, 1).First().Lead, ListReading.Around(lines, 1).First().End));
        Assert.Equal((3, 6), (ListReading.Around(lines, 5).First().Lead, ListReading.Around(lines, 5).First().End));
    }

    private static List<ListLine> Lines(string text)
    {
        var passage = new Passage { Id = "p", DocumentId = "d", Start = 0, End = text.Length, Text = text, SearchText = text };
        return ListLines.Of([new SearchHit(passage, new IndexedDocument(0, new PolicyDocument { Id = "d", File = "d.txt", Start = 0, End = text.Length, Title = "方案" }, 0, 1), 1)]);
    }
}
