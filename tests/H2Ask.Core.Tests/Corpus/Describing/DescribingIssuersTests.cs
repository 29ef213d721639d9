namespace H2Ask.Core.Tests.Corpus.Describing;

public sealed class DescribingIssuersTests
{
    private const string Title = "关于推进氢能发展的意见";

    [Theory]
    [InlineData("成都市经济和信息化局成都市发展和改革委员会成都市财政局2023年6月8日", "成都市经济和信息化局|成都市发展和改革委员会|成都市财政局")]
    [InlineData("工业和信息化部国家发展和改革委员会财政部2023年6月8日", "工业和信息化部|国家发展和改革委员会|财政部")]
    [InlineData("中共湖南省委办公厅\n湖南省人民政府办公厅\n2023年6月8日", "中共湖南省委办公厅|湖南省人民政府办公厅")]
    [InlineData("国家发展改革委　国家能源局\n2023年6月8日", "国家发展改革委|国家能源局")]
    [InlineData("中国人民银行、中国证券监督管理委员会、国家金融监督管理总局\n2023年6月8日", "中国人民银行|中国证券监督管理委员会|国家金融监督管理总局")]
    [InlineData("苏州市住房和城乡建设局\n苏州工业园区管理委员会\n2023年6月8日\n（此件公开发布）", "苏州市住房和城乡建设局|苏州工业园区管理委员会")]
    public void The_bodies_that_sign_are_told_apart(string signature, string expected)
    {
        var document = Described.Policy(Title, $"{Title}\n各有关单位：\n请遵照执行。\n{signature}");

        Assert.Equal(expected, string.Join('|', document.Issuers));
        Assert.Equal("2023-06-08", document.IssueDate?.ToString());
    }

    [Theory]
    [InlineData("合肥市经济和信息化局关于推进氢能发展的意见", "合肥市经济和信息化局")]
    [InlineData("中共中央 国务院关于推进氢能发展的意见", "中共中央|国务院")]
    [InlineData("江苏省生态环境厅等九部门关于推进氢能发展的意见", "江苏省生态环境厅")]
    [InlineData("关于推进氢能发展的意见", "")]
    public void Without_a_signature_the_title_names_them(string title, string expected)
    {
        Assert.Equal(expected, string.Join('|', Described.Policy(title, title + "\n一、总体要求\n加快发展。").Issuers));
    }

    [Theory]
    [InlineData("8月16日，宁夏回族自治区发展改革委印发《宁夏氢能产业发展规划》。", "宁夏回族自治区发展改革委", "宁夏氢能产业发展规划")]
    [InlineData("近日，浙江省宁波市发改委发布了《宁波市氢能扶持办法》（征求意见稿）。", "浙江省宁波市发改委", "宁波市氢能扶持办法")]
    [InlineData("财政部、工业和信息化部、科技部联合发布《关于开展示范应用的通知》。", "财政部|工业和信息化部|科技部", "关于开展示范应用的通知")]
    [InlineData("6月1日，贵阳市发布《贵阳市氢能产业发展规划》。", "", "贵阳市氢能产业发展规划")]
    public void An_article_tells_who_issued_what(string body, string issuers, string reported)
    {
        var described = Described.Full("重磅！", "重磅！," + body, H2Ask.Core.Corpus.Splitting.DocumentRole.Report);

        Assert.Equal(issuers, string.Join('|', described.Document.Issuers));
        Assert.Equal(reported, described.ReportedTitle);
    }

    [Theory]
    [InlineData("江苏省人民政府办公厅关于推进氢能发展的意见\n苏政办发〔2022〕83号\n各设区市人民政府：\n一、目标\n加快发展。", "苏政办发〔2022〕83号")]
    [InlineData("江苏省人民政府办公厅关于推进氢能发展的意见苏政办发［2022］83 号各设区市人民政府：一、目标加快发展。", "苏政办发〔2022〕83号")]
    [InlineData("苏政办发(2022)83号\n关于推进氢能发展的意见\n各设区市人民政府：\n加快发展。", "苏政办发〔2022〕83号")]
    [InlineData("发文字号：苏政办发[2022]83号\n关于推进氢能发展的意见\n加快发展。", "苏政办发〔2022〕83号")]
    [InlineData("中华人民共和国工业和信息化部公告2023年第12号\n关于推进氢能发展的意见\n加快发展。", "中华人民共和国工业和信息化部公告2023年第12号")]
    [InlineData("关于推进氢能发展的意见\n根据《国务院关于印发2030年前碳达峰行动方案的通知》（国发〔2021〕23号）精神，制定本意见。", null)]
    [InlineData("关于推进氢能发展的意见\n按照国发〔2021〕23号、鲁政发〔2022〕1号文件要求，制定本意见。", null)]
    public void The_number_is_its_own_and_no_cited_one(string text, string? expected) => Assert.Equal(expected, Described.Policy(Title, text).DocumentNumber);

    [Theory]
    [InlineData("3.关于推进氢能发展的意见（节选）（国办发〔2022〕15号）（国务院办公厅/2022年5月4日）", "国办发〔2022〕15号", "国务院办公厅", "2022-05-04", true)]
    [InlineData("12. **关于推进氢能发展的意见**(发改能源[2016] 2705 号) (发展改革委等十三部门/2016 年 12 月)", "发改能源〔2016〕2705号", "发展改革委", "2016-12", false)]
    [InlineData("1.关于推进氢能发展的意见（国家发展和改革委员会令第 22 号）（工信部、生态环境部等7部委/2018年12月10日）", "国家发展和改革委员会令第22号", "工信部|生态环境部", "2018-12-10", false)]
    [InlineData("2.关于推进氢能发展的意见〔党中央、国务院/2021年9月22日〕", null, "党中央|国务院", "2021-09-22", false)]
    public void The_line_of_a_compilation_is_read(string head, string? number, string issuers, string date, bool excerpt)
    {
        var document = Described.InCompilation(Title, head, "一、总体要求\n加快发展。");

        Assert.Equal(number, document.DocumentNumber);
        Assert.Equal(issuers, string.Join('|', document.Issuers));
        Assert.Equal(date, document.IssueDate?.ToString());
        Assert.Equal(excerpt, document.Excerpt);
        Assert.Equal("国家", document.Region[0]);
    }

    [Fact]
    public void The_body_that_a_title_names_goes_before_the_meeting_that_passed_the_document()
    {
        var document = Described.Policy("湖州市委关于加强港口建设的建议", "湖州市委关于加强港口建设的建议\n（2020年12月28日中国共产党湖州市第八届委员会第十次全体会议通过）\n一、总体要求\n加强建设。\n");

        Assert.Equal(["湖州市委"], document.Issuers);
    }
}
