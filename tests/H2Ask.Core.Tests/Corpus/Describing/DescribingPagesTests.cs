namespace H2Ask.Core.Tests.Corpus.Describing;

public sealed class DescribingPagesTests
{
    [Fact]
    public void A_government_page_with_its_fields_is_read_whole()
    {
        var document = Described.Policy(
            "新污染物治理行动方案",
            """
            索 引 号：000014349/2022-00052
            主题分类：环境监测
            发文机关：国务院办公厅
            成文日期：2022年05月04日
            标　　题：国务院办公厅关于印发新污染物治理行动方案的通知
            发文字号：国办发〔2022〕15号
            发布日期：2022年05月24日
            国务院办公厅关于印发
            新污染物治理行动方案的通知
            国办发〔2022〕15号
            各省、自治区、直辖市人民政府，国务院各部委、各直属机构：
            《新污染物治理行动方案》已经国务院同意，现印发给你们，请认真贯彻执行。
            国务院办公厅
            2022年5月4日
            新污染物治理行动方案
            有毒有害化学物质的生产和使用是新污染物的主要来源。
            一、总体要求
            """);

        Assert.Equal(("国办发〔2022〕15号", "国务院办公厅", "国家"), (document.DocumentNumber, Assert.Single(document.Issuers), Assert.Single(document.Region)));
        Assert.Equal(("2022-05-04", "2022-05-24"), (document.IssueDate?.ToString(), document.PublicationDate?.ToString()));
        Assert.Empty(document.Remarks);
    }

    [Fact]
    public void A_notice_may_bear_a_date_without_a_name()
    {
        var document = Described.Policy(
            "湖北省加快发展氢能产业行动方案（2024—2027年）",
            "省人民政府办公厅关于印发湖北省加快发展氢能产业行动方案（2024—2027年）的通知\n鄂政办发〔2024〕25号\n各市、州、县人民政府：\n现印发给你们，请认真贯彻落实。\n2024年10月15日\n湖北省加快发展氢能产业行动方案\n（2024—2027年）\n为加快发展，制定本方案。");

        Assert.Equal(("2024-10-15", "鄂政办发〔2024〕25号", "湖北省"), (document.IssueDate?.ToString(), document.DocumentNumber, Assert.Single(document.Region)));
        Assert.Equal("省人民政府办公厅", Assert.Single(document.Issuers));
    }

    [Fact]
    public void A_seal_does_not_hide_the_signature()
    {
        var document = Described.Policy(
            "加氢站管理规定",
            "加氢站管理规定\n第一条 制定本规定。\n第十条 本规定自2023年3月1日起施行，至2025年2月28日止。\n乌鲁木齐市城市管理局（代章）\n2023年2月1日");

        Assert.Equal("乌鲁木齐市城市管理局", Assert.Single(document.Issuers));
        Assert.Equal(("2023-02-01", "2023-03-01", "2025-02-28"), (document.IssueDate?.ToString(), document.EffectiveFrom?.ToString(), document.ValidUntil?.ToString()));
    }

    [Fact]
    public void Ministries_with_blanks_between_are_one_announcement_of_several()
    {
        var document = Described.Policy(
            "关于延续新能源汽车车辆购置税减免政策的公告",
            "关于延续新能源汽车车辆购置税减免政策的公告\n财政部 税务总局 工业和信息化部公告2023年第10号\n一、对购置日期在2024年1月1日至2025年12月31日期间的新能源汽车免征车辆购置税。\n财政部 税务总局 工业和信息化部\n2023年6月19日");

        Assert.Equal("财政部税务总局工业和信息化部公告2023年第10号", document.DocumentNumber);
        Assert.Equal(["财政部", "税务总局", "工业和信息化部"], document.Issuers);
        Assert.Null(document.ValidUntil);
    }

    [Fact]
    public void A_heading_that_issues_without_a_notice_names_the_bodies()
    {
        var document = Described.Policy("乡村振兴战略规划（2018－2022年）", "中共中央 国务院印发《乡村振兴战略规划（2018－2022年）》\n新华社北京9月26日电\n乡村振兴战略规划（2018－2022年）\n前言\n党的十九大提出。");

        Assert.Equal(["中共中央", "国务院"], document.Issuers);
        Assert.Equal("国家", Assert.Single(document.Region));
        Assert.Null(document.IssueDate);
    }

    [Fact]
    public void A_title_above_the_signature_is_no_part_of_it()
    {
        var document = Described.Policy("嘉兴港区氢能产业发展规划", "嘉兴港区氢能产业发展规划\n嘉兴港区开发建设管理委员会\n二〇二一年十二月\n一、基础\n加快发展。");

        Assert.Equal("嘉兴港区开发建设管理委员会", Assert.Single(document.Issuers));
        Assert.Equal("2021-12", document.IssueDate?.ToString());
    }

    [Fact]
    public void The_letter_of_a_number_tells_the_province_where_nothing_else_does()
    {
        var document = Described.Policy("关于完善充电设施的意见", "关于完善充电设施的意见\n津发改能源〔2023〕5号\n各区人民政府：\n请执行。\n市发展改革委 市财政局\n2023年11月2日");

        Assert.Equal("天津市", Assert.Single(document.Region));
        Assert.Equal(["市发展改革委", "市财政局"], document.Issuers);
    }

    [Fact]
    public void The_cover_of_a_standard_gives_its_dates()
    {
        var document = Described.Policy("车用压缩氢气", "中华人民共和国国家标准\nGB/T 34537-2017\n车用压缩氢气\n2017-10-14发布　2018-05-01实施\n中国国家标准化管理委员会 发布");

        Assert.Equal(("标准", "2017-10-14", "2018-05-01"), (document.Kind, document.IssueDate?.ToString(), document.EffectiveFrom?.ToString()));
    }
}
