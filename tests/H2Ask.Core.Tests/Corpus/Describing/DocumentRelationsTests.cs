using H2Ask.Core.Corpus;
using H2Ask.Core.Corpus.Describing;
using H2Ask.Core.Corpus.Reading;
using H2Ask.Core.Corpus.Splitting;
using H2Ask.Core.Text;

namespace H2Ask.Core.Tests.Corpus.Describing;

public sealed class DocumentRelationsTests
{
    [Fact]
    public void A_report_is_linked_to_the_document_of_another_file()
    {
        var linked = Link(
            ("北京市氢能产业发展实施方案（2021—2025年）", "北京市氢能产业发展实施方案（2021—2025年）\n一、目标\n加快发展。", DocumentRole.Policy),
            ("北京氢能规划来了！", "北京氢能规划来了！,近日，北京市经济和信息化局印发《北京市氢能产业发展实施方案(2021-2025 年)》的通知。", DocumentRole.Report));

        Assert.Equal(linked[0].Id, linked[1].ReportOf);
        Assert.Null(linked[0].ReportOf);
    }

    [Fact]
    public void A_report_of_another_place_is_not_linked()
    {
        var linked = Link(
            ("关于支持氢能产业发展的若干政策", "关于支持氢能产业发展的若干政策\n各区县：请执行。\n淄博市人民政府\n2021年9月2日", DocumentRole.Policy),
            ("潍坊氢能新政！", "潍坊氢能新政！,近日，潍坊市政府印发《关于支持氢能产业发展的若干政策》。", DocumentRole.Report));

        Assert.Null(linked[1].ReportOf);
    }

    [Theory]
    [InlineData("某支持济南市氢能产业发展的办法", "某支持济南市氢能产业发展的办法（2023年修订版）")]
    [InlineData("济南市氢能产业发展三年行动计划（2020-2022年）", "济南市氢能产业发展三年行动计划（2023—2025年）")]
    [InlineData("山东省“十三五”能源发展规划", "山东省“十四五”能源发展规划")]
    [InlineData("济南市加氢站管理办法（征求意见稿）", "济南市加氢站管理办法")]
    [InlineData("山东省产业结构调整指导目录（2019年本）", "山东省产业结构调整指导目录（2024年本）")]
    public void A_later_edition_takes_the_place_of_the_earlier(string earlier, string later)
    {
        var linked = Link((later, later + "\n一、目标\n加快发展。", DocumentRole.Policy), (earlier, earlier + "\n一、目标\n加快发展。", DocumentRole.Policy));

        Assert.Equal(linked[0].Id, linked[1].SupersededBy);
        Assert.Null(linked[0].SupersededBy);
    }

    [Theory]
    [InlineData("济南市氢能产业发展规划（2020-2022年）", "青岛市氢能产业发展规划（2023—2025年）")]
    [InlineData("济南市氢能产业发展规划（2020-2022年）", "济南市低空经济发展规划（2023—2025年）")]
    [InlineData("济南市氢能产业发展规划（2020-2022年）", "济南市氢能产业发展规划(2020—2022年)")]
    public void Other_places_and_plans_and_mere_copies_take_no_place(string one, string other)
    {
        var linked = Link((one, one + "\n一、目标\n加快发展。", DocumentRole.Policy), (other, other + "\n一、目标\n加快发展。", DocumentRole.Policy));

        Assert.All(linked, document => Assert.Null(document.SupersededBy));
    }

    [Fact]
    public void What_a_document_puts_out_of_force_gives_way_to_it()
    {
        var linked = Link(
            ("济南市燃气加气站管理规定", "济南市燃气加气站管理规定\n第一条 制定本规定。", DocumentRole.Policy),
            ("济南市加氢加气站管理办法", "济南市加氢加气站管理办法\n第一条 制定本办法。\n第九条 本办法自2023年5月1日起施行，《济南市燃气加气站管理规定》（济政发〔2010〕3号）同时废止。", DocumentRole.Policy));

        Assert.Equal(linked[1].Id, linked[0].SupersededBy);
        Assert.Null(linked[1].SupersededBy);
    }

    [Theory]
    [InlineData("依据《山东省燃气管理条例》制定本办法，《济南市燃气加气站管理规定》同时废止。")]
    [InlineData("根据《山东省燃气管理条例》，《济南市燃气加气站管理规定》（济政发〔2010〕3号）同时废止。")]
    [InlineData("本办法与《山东省燃气管理条例》不一致的除外，2010年印发的《济南市燃气加气站管理规定》自本办法施行之日起废止。")]
    [InlineData("《山东省燃气管理条例》施行，同时废止《济南市燃气加气站管理规定》。")]
    [InlineData("根据《山东省燃气管理条例》，决定废止《济南市燃气加气站管理规定》。")]
    [InlineData("《济南市液化气管理规定》（济政发〔2009〕1号）和市政府印发的《济南市燃气加气站管理规定》（济政发〔2010〕3号，2012年修改）同时废止，仍须遵守《山东省燃气管理条例》。")]
    public void What_a_document_only_refers_to_stays_in_force(string sentence)
    {
        var linked = Link(
            ("山东省燃气管理条例", "山东省燃气管理条例\n第一条 制定本条例。", DocumentRole.Policy),
            ("济南市燃气加气站管理规定", "济南市燃气加气站管理规定\n第一条 制定本规定。", DocumentRole.Policy),
            ("济南市液化气管理规定", "济南市液化气管理规定\n第一条 制定本规定。", DocumentRole.Policy),
            ("济南市加氢加气站管理办法", "济南市加氢加气站管理办法\n第一条 制定本办法。\n第九条 " + sentence, DocumentRole.Policy));

        Assert.Null(linked[0].SupersededBy);
        Assert.Equal(linked[3].Id, linked[1].SupersededBy);
        Assert.Equal(sentence.Contains(linked[2].Title, StringComparison.Ordinal) ? linked[3].Id : null, linked[2].SupersededBy);
    }

    [Fact]
    public void Two_documents_never_take_the_place_of_each_other()
    {
        var linked = Link(
            ("济南市燃气加气站管理规定", "济南市燃气加气站管理规定\n第九条 《济南市加氢加气站管理办法》同时废止。", DocumentRole.Policy),
            ("济南市加氢加气站管理办法", "济南市加氢加气站管理办法\n第九条 《济南市燃气加气站管理规定》同时废止。", DocumentRole.Policy));

        Assert.Single(linked, document => document.SupersededBy is not null);
    }

    [Fact]
    public void A_document_does_not_take_the_place_of_a_later_one()
    {
        var linked = Link(
            ("济南市燃气加气站管理规定", "济南市燃气加气站管理规定\n第九条 《济南市加氢加气站管理办法》同时废止。\n济南市人民政府\n2015年3月5日", DocumentRole.Policy),
            ("济南市加氢加气站管理办法", "济南市加氢加气站管理办法\n第一条 制定本办法。\n济南市人民政府\n2020年3月5日", DocumentRole.Policy));

        Assert.NotNull(linked[0].Date);
        Assert.All(linked, document => Assert.Null(document.SupersededBy));
    }

    [Fact]
    public void The_id_stays_when_the_place_and_the_widths_change()
    {
        Assert.Equal(DocumentId.Of("a.txt", "氢能规划（2021—2025年）", 0), DocumentId.Of("a.txt", "《氢能规划(2021-2025 年)》", 0));
        Assert.NotEqual(DocumentId.Of("a.txt", "氢能规划", 0), DocumentId.Of("a.txt", "氢能规划", 1));
        Assert.NotEqual(DocumentId.Of("a.txt", "氢能规划", 0), DocumentId.Of("b.txt", "氢能规划", 0));
    }

    [Fact]
    public void Documents_of_one_title_in_one_file_have_ids_of_their_own()
    {
        const string text = "氢能规划\n加快发展。\n氢能规划\n加快发展。";
        List<DraftDocument> drafts = [new() { Title = "氢能规划", Span = new TextSpan(0, 10) }, new() { Title = "氢能规划", Span = new TextSpan(11, 21) }];
        var source = new SourceText { File = "a.txt", Text = text, Offset = 100 };
        var described = new DocumentDescriber().Describe(source, drafts);

        Assert.NotEqual(described[0].Document.Id, described[1].Document.Id);
        Assert.Equal((111, 121), (described[1].Document.Start, described[1].Document.End));
    }

    private static IReadOnlyList<PolicyDocument> Link(params (string Title, string Text, DocumentRole Role)[] documents) =>
        DocumentRelations.Link([.. documents.Select((document, i) => Described.Full(document.Title, document.Text, document.Role, $"{i}.txt"))]);
}
