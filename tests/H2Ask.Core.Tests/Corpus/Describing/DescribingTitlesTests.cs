namespace H2Ask.Core.Tests.Corpus.Describing;

public sealed class DescribingTitlesTests
{
    [Theory]
    [InlineData("某市氢能产业发展规划（2021—2035年）", "规划", "正式", "2021-2035")]
    [InlineData("“十四五”节能减排综合工作方案", "方案", "正式", "2021-2025")]
    [InlineData("“十三五”国家战略性新兴产业发展规划", "规划", "正式", "2016-2020")]
    [InlineData("国民经济和社会发展第十五个五年规划纲要", "纲要", "正式", "2026-2030")]
    [InlineData("加氢站管理暂行办法", "办法", "暂行", null)]
    [InlineData("加氢站管理办法（试行）", "办法", "试行", null)]
    [InlineData("促进氢能产业发展暂行办法（2022年修订版）（征求意见稿）", "办法", "征求意见稿", null)]
    [InlineData("支持氢能产业发展若干政策措施（修订版）", "措施", "修订版", null)]
    [InlineData("低空经济三年行动计划 （ 2024-2026 年 ）", "计划", "正式", "2024-2026")]
    [InlineData("2024年招商引资行动方案", "方案", "正式", "2024")]
    [InlineData("2030年前碳达峰行动方案", "方案", "正式", null)]
    [InlineData("产业结构调整指导目录（2019年本）", "目录", "正式", null)]
    [InlineData("关于落实《政府工作报告》重点工作分工的意见", "意见", "正式", null)]
    [InlineData("新能源汽车动力蓄电池回收利用管理办法实施细则", "细则", "正式", null)]
    [InlineData("中华人民共和国可再生能源法", "法律", "正式", null)]
    [InlineData("某市大气污染防治条例（草案）", "条例", "征求意见稿", null)]
    [InlineData("关于组织申报2023年度专项资金的通知", "通知", "正式", null)]
    [InlineData("新时代的中国能源发展", "其他", "正式", null)]
    public void A_title_tells_kind_status_and_period(string title, string kind, string status, string? period)
    {
        var document = Described.Policy(title, title + "\n一、总体要求\n加快发展。");

        Assert.Equal((kind, status, period), (document.Kind, document.Status, document.Period));
    }

    [Theory]
    [InlineData("为促进发展，制定本意见。\n一、总体要求", "意见")]
    [InlineData("第一条 为规范管理，制定本办法。\n第二条 加快发展。", "办法")]
    [InlineData("各有关单位：现将有关事项通知如下：\n一、申报条件", "通知")]
    [InlineData("现将名单予以公示。", "公示")]
    [InlineData("就绿色发展进行了研究，作出如下决定。\n一、目标", "决定")]
    public void Where_there_is_no_title_the_text_calls_itself(string text, string kind) => Assert.Equal(kind, Described.Policy(string.Empty, text).Kind);

    [Fact]
    public void A_call_for_comments_makes_a_draft()
    {
        var document = Described.Policy(
            "某市加氢站管理办法",
            "某市住建局关于公开征求《某市加氢站管理办法》意见的通知\n现将《某市加氢站管理办法》向社会公开征求意见。\n某市加氢站管理办法\n第一条 制定本办法。");

        Assert.Equal("征求意见稿", document.Status);
    }

    [Theory]
    [InlineData("氢能规划\n三、重点任务\n加快发展。", true)]
    [InlineData("氢能规划\n第三章 重点任务\n加快发展。", true)]
    [InlineData("氢能规划\n（此件有删减）\n一、重点任务\n加快发展。", true)]
    [InlineData("氢能规划\n一、总体要求\n加快发展，推动", false)]
    [InlineData("氢能规划\n一、总体要求\n加快发展，", true)]
    [InlineData("氢能规划\n一、总体要求\n加快发展。\n二、任务\n推动落实。", false)]
    [InlineData("氢能规划前言氢能是能源。一、总体要求加快发展。二、任务推动落实。", false)]
    public void A_part_of_a_document_is_told_from_the_whole(string text, bool excerpt) => Assert.Equal(excerpt, Described.Policy("氢能规划", text).Excerpt);
}
