using H2Ask.Core.Corpus.Passages;
using H2Ask.Core.Corpus.Reading;
using H2Ask.Core.Corpus.Splitting;
using H2Ask.Core.Tests.Corpus.Passages;
using H2Ask.Core.Text;

namespace H2Ask.Core.Tests.Corpus.Structure;

public class SectionReaderTests
{
    private const string Body = "各地要加大支持力度，落实各方责任，形成工作合力。";

    [Fact]
    public void Run_on_text_has_its_outline() => AssertOutline(
        $"现印发给你们，请认真组织实施。第一章 总则第一条为规范管理，制定本办法。第二条 {Body}第二章 补贴标准第三条 {Body}",
        "1 第一章 总则", "2 第一条", "2 第二条", "1 第二章 补贴标准", "2 第三条");

    [Fact]
    public void Titles_run_into_their_text() => AssertOutline(
        $"一、总体要求（一）指导思想。{Body}（二）基本原则。1.坚持创新驱动。{Body}2.坚持示范引领。{Body}二、重点任务（一）支持基础共性技术研究。{Body}",
        "1 一、总体要求", "2 （一）指导思想", "2 （二）基本原则", "3 1.坚持创新驱动", "3 2.坚持示范引领", "1 二、重点任务", "2 （一）支持基础共性技术研究");

    [Fact]
    public void References_and_quantities_are_no_headings() => AssertOutline(
        $"第一条 {Body}按照第（三）项和第十二条规定执行，投资1.5亿元，推动一、二、三产业融合，达到一、二级能效。第二条 依照本办法第一条、第四条处理。{Body}",
        "1 第一条", "1 第二条");

    [Fact]
    public void Numbers_may_go_on_through_sections() => AssertOutline(
        $"一、支持研发\n（一）支持平台。{Body}\n（二）支持企业。{Body}\n二、支持应用\n（三）支持车辆。{Body}\n",
        "1 一、支持研发", "2 （一）支持平台", "2 （二）支持企业", "1 二、支持应用", "2 （三）支持车辆");

    [Fact]
    public void An_excerpt_may_begin_and_jump_anywhere() => AssertOutline(
        $"第十一章 建设基础设施\n第三节 构建能源体系\n{Body}\n第三十九章 绿色转型\n第一节 提高效率\n{Body}\n",
        "1 第十一章 建设基础设施", "2 第三节 构建能源体系", "1 第三十九章 绿色转型", "2 第一节 提高效率");

    [Fact]
    public void Articles_go_beyond_a_thousand_and_between_each_other() => AssertOutline(
        $"第九百九十九条 {Body}\n第一千条 {Body}\n第一千零一条 {Body}\n第一千零一条之一 {Body}\n第一千零一条之二 {Body}\n第一千零二条 {Body}\n",
        "1 第九百九十九条", "1 第一千条", "1 第一千零一条", "1 第一千零一条之一", "1 第一千零一条之二", "1 第一千零二条");

    [Fact]
    public void Boxes_stand_under_their_section_and_end_where_it_goes_on() => AssertOutline(
        $"三、任务\n（一）推进转型\n{Body}\n专栏 1 转型工程\n1.能源。{Body}\n2.工业。{Body}\n（二）扩大应用\n{Body}\n",
        "1 三、任务", "2 （一）推进转型", "3 专栏1 转型工程", "4 1.能源", "4 2.工业", "2 （二）扩大应用");

    [Fact]
    public void Boxes_stand_beside_each_other() => AssertOutline(
        $"三、任务\n专栏1 甲工程\n1.能源。{Body}\n专栏2 乙工程\n1.工业。{Body}\n",
        "1 三、任务", "2 专栏1 甲工程", "3 1.能源", "2 专栏2 乙工程", "3 1.工业");

    [Fact]
    public void Number_paths_nest_by_their_parts() => AssertOutline(
        $"7 节能环保产业\n7.1 高效节能\n7.1.1 锅炉\n{Body}\n- 7.1.2 电机\n{Body}\n7.2 环保\n7.2.1 水\n{Body}\n",
        "1 7 节能环保产业", "2 7.1 高效节能", "3 7.1.1 锅炉", "3 7.1.2 电机", "2 7.2 环保", "3 7.2.1 水");

    [Fact]
    public void Items_of_a_list_are_no_sections() => AssertOutline(
        "第十条 安全制度包括以下内容：（一）安全责任制；（二）投入保障制度；（三）培训制度。第十一条 " + Body,
        "1 第十条", "1 第十一条");

    [Fact]
    public void Articles_may_stand_under_enumerated_heads() => AssertOutline(
        $"一、总则\n第一条 {Body}\n第二条 {Body}\n二、附则\n第三条 {Body}\n",
        "1 一、总则", "2 第一条", "2 第二条", "1 二、附则", "2 第三条");

    [Fact]
    public void A_heading_glued_to_its_text_is_cut_at_a_usual_title() => AssertOutline(
        $"一、申报条件申请本补贴资金的企业须满足：1.在本区注册；2.有健全制度。二、申报时间本次申请时间为2月10日。",
        "1 一、申报条件", "1 二、申报时间");

    [Fact]
    public void A_deadline_is_no_flattened_table() => AssertOutline(
        $"一、申报条件。{Body}二、申报时间本次申请时间为2022年2月10日至2022年2月28日，逾期不候。三、申报流程。{Body}",
        "1 一、申报条件", "1 二、申报时间", "1 三、申报流程");

    [Fact]
    public void The_list_of_annexes_of_a_letter_opens_none() => AssertOutline($"{Body}\n附件：1.目标分解表\n{Body}\n附件\n目标分解表\n{Body}\n", "1 附件");

    [Fact]
    public void A_flattened_table_has_no_headings() => AssertOutline(
        $"一、发展基础{Body}指标一、装机（万千瓦）4.11014.710.6二、占比（%）4.11014.710.6个百分点二、面临形势{Body}",
        "1 一、发展基础", "1 二、面临形势");

    [Fact]
    public void Headings_of_the_format_count()
    {
        const string Text = "背景\n文字。\n一、任务\n文字。\n（一）应用\n文字。\n说明\n文字。\n";
        var source = new SourceText
        {
            File = "a.md",
            Text = Text,
            Marks = [Mark("背景", 1), Mark("一、任务", 2), Mark("说明", 1)],
        };
        var cut = new DocumentCutter().Cut(source, new DraftDocument { Span = new TextSpan(0, Text.Length), Title = "" }, "d");
        Assert.Equal(["1 背景", "2 一、任务", "3 （一）应用", "1 说明"], cut.Sections.Select(section => $"{section.Level} {section.Heading}"));

        static SourceMark Mark(string heading, int level)
        {
            var at = Text.IndexOf(heading, StringComparison.Ordinal);
            return new SourceMark(SourceMarkKind.Heading, new TextSpan(at, at + heading.Length), level);
        }
    }

    [Fact]
    public void Sections_reach_to_the_next_of_their_level()
    {
        var text = $"一、甲\n（一）乙。{Body}\n二、丙\n{Body}";
        var sections = Cutting.Cut(text).Sections;
        Assert.Equal(text.IndexOf("二、", StringComparison.Ordinal), sections[0].End);
        Assert.Equal(sections[0].End, sections[1].End);
        Assert.Equal(text.Length, sections[2].End);
    }

    private static void AssertOutline(string text, params string[] expected) =>
        Assert.Equal(expected, Cutting.Cut(text).Sections.Select(section => $"{section.Level} {section.Heading}"));
}
