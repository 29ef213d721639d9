using H2Ask.Core.Corpus.Reading;
using H2Ask.Core.Corpus.Splitting;
using H2Ask.Core.Text;

namespace H2Ask.Core.Tests.Corpus.Splitting;

public sealed class DocumentSplitterTests
{
    private const string Notice =
        "河源市人民政府办公室关于印发《河源市智慧水务建设实施方案》的通知\n河府办〔2023〕12号\n各县（区）人民政府，市政府各部门：\n"
        + "《河源市智慧水务建设实施方案》已经市政府同意，现印发给你们，请认真组织实施。\n河源市人民政府办公室\n2023年5月6日\n";

    [Fact]
    public void A_notice_and_what_it_issues_are_one_document_called_by_what_it_issues()
    {
        var text = Notice + "\n河源市智慧水务建设实施方案\n" + Texts.Body("为加快智慧水务建设，制定本方案。");

        var document = Assert.Single(Texts.Split(text));

        Assert.Equal("河源市智慧水务建设实施方案", document.Title);
        Assert.Equal(0, document.Span.Start);
        Assert.Equal(text.IndexOf("\n河源市智慧水务建设实施方案\n", StringComparison.Ordinal) + 1, document.TitleSpan.Start);
    }

    [Fact]
    public void A_notice_over_a_body_that_it_does_not_name_is_still_one_document_called_by_its_body()
    {
        var text = Notice + "\n河源市农村供水保障行动计划（2024—2026年）\n" + Texts.Body("为保障农村供水，制定本行动计划。");

        Assert.Equal("河源市农村供水保障行动计划（2024—2026年）", Assert.Single(Texts.Split(text)).Title);
    }

    [Theory]
    [InlineData("\n\n\n")]
    [InlineData("\n")]
    [InlineData("\n——————\n")]
    public void Documents_one_after_the_other_are_told_apart(string between)
    {
        var second = "关于促进冷链物流发展的若干措施\n" + Texts.Body("为促进冷链物流发展，制定如下措施。").TrimEnd();
        var text = Notice + "\n河源市智慧水务建设实施方案\n" + Texts.Body("为加快智慧水务建设，制定本方案。").TrimEnd() + between + second;

        var documents = Texts.Split(text);

        Assert.Equal(["河源市智慧水务建设实施方案", "关于促进冷链物流发展的若干措施"], documents.Select(document => document.Title));
        Assert.Equal(second, Texts.TextOf(text, documents[1]));
        Assert.EndsWith("明显成效。", Texts.TextOf(text, documents[0]), StringComparison.Ordinal);
    }

    [Fact]
    public void A_title_over_two_lines_is_one_title()
    {
        var text = Notice + "\n河源市智慧水务\n建设实施方案\n（2023—2025年）\n" + Texts.Body("为加快智慧水务建设，制定本方案。");

        Assert.Equal("河源市智慧水务 建设实施方案 （2023—2025年）".Replace(" ", "", StringComparison.Ordinal),
            Assert.Single(Texts.Split(text)).Title.Replace(" ", "", StringComparison.Ordinal));
    }

    [Fact]
    public void An_annex_belongs_to_its_document()
    {
        var text = "关于开展节水型企业创建工作的通知\n各有关单位：\n" + Texts.Body("为推进节水工作，现将有关事项通知如下：")
            + "\n附件1\n节水型企业评价标准\n一、基本条件\n（一）" + Texts.Paragraph;

        Assert.Equal("关于开展节水型企业创建工作的通知", Assert.Single(Texts.Split(text)).Title);
    }

    [Fact]
    public void An_opening_that_stands_twice_gives_passages_once()
    {
        var opening = Notice + "\n河源市智慧水务建设实施方案\n为加快智慧水务建设，制定本方案。\n一、总体要求\n（一）指导思想。" + Texts.Paragraph + "\n";
        var text = opening + opening + "二、重点任务\n（二）" + Texts.Paragraph;

        var document = Assert.Single(Texts.Split(text));

        var left = Assert.Single(document.Omitted);
        Assert.Equal(opening.TrimEnd(), left.Of(text).ToString());
        Assert.True(document.TitleSpan.Start > left.End);
    }

    [Fact]
    public void A_decree_and_the_rules_that_it_puts_into_force_are_one_document()
    {
        var first = "云岭省人民政府令\n第231号\n《云岭省河道采砂管理办法》已经2022年3月1日省人民政府第80次常务会议通过，现予公布，自2022年5月1日起施行。\n省长 某某\n2022年3月10日\n"
            + "云岭省河道采砂管理办法\n第一章 总则\n第一条 为了加强河道采砂管理，制定本办法。\n第二条 本省行政区域内的河道采砂适用本办法。\n";
        var text = first + first.Replace("231", "232", StringComparison.Ordinal).Replace("河道采砂", "湖泊保护", StringComparison.Ordinal);

        var documents = Texts.Split(text);

        Assert.Equal(["云岭省河道采砂管理办法", "云岭省湖泊保护管理办法"], documents.Select(document => document.Title));
        Assert.Equal(first.Length, documents[1].Span.Start);
    }

    [Fact]
    public void A_compilation_is_split_at_its_heads_and_its_contents_belong_to_none()
    {
        var heads = new[]
        {
            "1.关于推进农业节水的意见（国办发〔2019〕8号）（国务院办公厅/2019年4月2日）",
            "2.2025年前灌区改造行动方案(节选)(水利部/2021年6月)",
            "3.灌溉用水定额管理规定（试行）（水农〔2020〕15号）（水利部/2020年7月1日）",
        };
        var contents = "政策汇编\n\n目 录\n\n一、农业\t1\n" + string.Join('\n', heads.Select((head, i) => $"{head}......{i + 1}")) + "\n\n";
        var text = contents + "一、农业\n\n（一）国务院文件\n\n" + heads[0] + "\n\n一、目标\n\n" + Texts.Paragraph + "\n\n" + heads[1] + "\n\n" + Texts.Paragraph
            + "\n\n（二）部委文件\n\n" + heads[2] + "\n\n第一条 " + Texts.Paragraph + "\n";

        var documents = Texts.Split(text);

        Assert.Equal(["关于推进农业节水的意见", "2025年前灌区改造行动方案", "灌溉用水定额管理规定（试行）"], documents.Select(document => document.Title));
        Assert.Equal(heads, documents.Select(document => document.HeadSpan.Of(text).ToString()));
        Assert.All(documents, document => Assert.True(document.Span.Start >= contents.Length));
        Assert.EndsWith(Texts.Paragraph, Texts.TextOf(text, documents[1]), StringComparison.Ordinal);
    }

    [Fact]
    public void A_head_may_lack_its_number_be_bold_or_have_its_brackets_below()
    {
        var text = "**关于推进农业节水的意见（国办发〔2019〕8号）**\n\n" + Texts.Paragraph + "\n\n２．灌区改造行动方案（节选）\n\n（水利部/2021年6月）\n\n" + Texts.Paragraph
            + "\n\n3. 水价改革指导意见 [发改价格〔2020〕3号] (国家发展改革委／2020年7月)\n\n" + Texts.Paragraph + "\n\n4、用水定额管理规定（水利部/2020年7月1日）\n\n" + Texts.Paragraph;

        var documents = Texts.Split(text);

        Assert.Equal(4, documents.Count);
        Assert.Equal("关于推进农业节水的意见", documents[0].Title);
        Assert.Contains("水利部/2021年6月", text[documents[1].HeadSpan.Start..documents[1].HeadSpan.End], StringComparison.Ordinal);
    }

    [Fact]
    public void A_list_of_repealed_documents_is_no_compilation()
    {
        var list = string.Join('\n', Enumerable.Range(1, 9).Select(i => $"{i}.关于加强第{i}类取水管理的通知（水资源〔2010〕{i}号）"));
        var text = "关于废止一批文件的决定\n各有关单位：\n根据工作需要，现作出如下决定：\n" + Texts.Body("为规范管理，提出如下意见。") + "附件\n" + list;

        Assert.Equal("关于废止一批文件的决定", Assert.Single(Texts.Split(text)).Title);
    }

    [Fact]
    public void The_contents_of_one_plan_are_left_out_of_it()
    {
        var body = "一、总体要求\n" + Texts.Paragraph + "\n二、重点任务\n" + Texts.Paragraph + "\n三、保障措施\n" + Texts.Paragraph;
        var text = "目  录\n一、总体要求\n二、重点任务\n三、保障措施\n\n白河县“十四五”水利发展规划\n" + "为推进水利发展，编制本规划。\n" + body;

        var document = Assert.Single(Texts.Split(text));

        Assert.Equal("白河县“十四五”水利发展规划", document.Title);
        Assert.Equal(0, document.Span.Start);
        Assert.Equal("目  录\n一、总体要求\n二、重点任务\n三、保障措施", Assert.Single(document.Omitted).Of(text).ToString());
    }

    [Fact]
    public void A_table_that_ends_in_numbers_is_no_table_of_contents()
    {
        var text = "白河县水利发展规划\n一、目标\n" + Texts.Paragraph + "\n指标\t2025年\n灌溉面积\t12\n供水量\t30\n水库\t45\n二、任务\n" + Texts.Paragraph;

        Assert.Empty(Assert.Single(Texts.Split(text)).Omitted);
    }

    [Fact]
    public void A_news_page_is_a_report_and_a_reprint_that_know_each_other()
    {
        var text = "白河县水利规划出炉\n\n近日，白河县政府网站公布了水利方案，提出完善供水体系。\n\n" + Texts.Paragraph + "\n\n全文如下：\n\n" + Notice + "\n河源市智慧水务建设实施方案\n"
            + Texts.Body("为加快智慧水务建设，制定本方案。") + "\n原文链接：http://example.org/1.html";

        var documents = Texts.Split(text);

        Assert.Equal([DocumentRole.Report, DocumentRole.Reprint], documents.Select(document => document.Role));
        Assert.Equal(["白河县水利规划出炉", "河源市智慧水务建设实施方案"], documents.Select(document => document.Title));
        Assert.Equal([1, 0], documents.Select(document => document.RelatedTo));
        Assert.Equal(text.IndexOf("河源市人民政府办公室关于", StringComparison.Ordinal), documents[1].Span.Start);
        Assert.DoesNotContain("example.org", Texts.TextOf(text, documents[1]), StringComparison.Ordinal);
    }

    [Fact]
    public void News_pages_one_after_the_other_are_reports_with_their_reprints()
    {
        var text = "白河县水利规划出炉\n近日，白河县公布水利方案，提出完善供水体系，提高保障能力。\n全文如下：\n白河县水利工程管理办法\n第一章 总则\n第一条 " + Texts.Paragraph
            + "\n第二条 " + Texts.Paragraph + "\n\n南山区发布节水新政！\n3月5日，南山区印发节水政策，对节水企业给予奖励，最高可达百万元。\n" + Texts.Paragraph;

        var documents = Texts.Split(text);

        Assert.Equal(["白河县水利规划出炉", "白河县水利工程管理办法", "南山区发布节水新政！"], documents.Select(document => document.Title));
        Assert.Equal([1, 0, -1], documents.Select(document => document.RelatedTo));
    }

    [Fact]
    public void Titles_below_the_heading_of_a_compilation_begin_documents()
    {
        var text = "# 政策选编\n\n## 1. 关于推进农业节水的意见（国办发〔2019〕8号）\n\n" + Texts.Paragraph + "\n\n## 2. 灌区改造行动方案\n\n" + Texts.Paragraph;

        var documents = Texts.Split(text, "汇编.md",
            [Heading(text, "# 政策选编", 1), Heading(text, "## 1. 关于推进农业节水的意见（国办发〔2019〕8号）", 2), Heading(text, "## 2. 灌区改造行动方案", 2)]);

        Assert.Equal(["关于推进农业节水的意见", "灌区改造行动方案"], documents.Select(document => document.Title));
    }

    [Fact]
    public void Numbered_documents_and_the_chapters_between_them_are_told_apart()
    {
        var text = "1、水务部关于印发《供水规划》的通知\n水规〔2022〕2号\n各省水务厅：\n现将《供水规划》印发给你们。\n\n供水规划\n" + Texts.Body("为保障供水，制定本规划。")
            + "第二部分 地方文件\n\n2、甲省水务厅关于节水的通知\n甲水〔2020〕3号\n各市水务局：\n" + Texts.Body("为推进节水，现就有关事项通知如下：");

        var documents = Texts.Split(text);

        Assert.Equal(2, documents.Count);
        Assert.Equal("甲省水务厅关于节水的通知", documents[1].Title);
        Assert.EndsWith("明显成效。", Texts.TextOf(text, documents[0]), StringComparison.Ordinal);
    }

    [Fact]
    public void Contents_with_glued_page_numbers_are_left_out()
    {
        var body = "第一章 总则\n第一条 " + Texts.Paragraph + "\n第二章 供水\n第二条 " + Texts.Paragraph + "\n第三章 附则\n第三条 " + Texts.Paragraph;
        var text = "甲市供水管理办法\n目　录\n第一章 总则1\n第二章 供水5\n第三章 附则12\n" + body + "\n乙市供水管理办法\n" + body;

        var documents = Texts.Split(text);

        Assert.Equal(2, documents.Count);
        Assert.Equal("目　录\n第一章 总则1\n第二章 供水5\n第三章 附则12", Assert.Single(documents[0].Omitted).Of(text).ToString());
    }

    [Fact]
    public void A_plan_keeps_the_lines_in_it_that_look_like_titles()
    {
        var text = "甲市“十四五”水利发展规划\n\n" + Texts.Paragraph + "\n\n第一章 基础\n一、现状\n" + Texts.Paragraph + "\n二、问题\n" + Texts.Paragraph
            + "\n第二章 任务\n一、供水\n" + Texts.Paragraph + "\n农村供水三年行动计划\n实施三年行动，到2025年建成50处。\n二、节水\n" + Texts.Paragraph;

        Assert.Equal("甲市“十四五”水利发展规划", Assert.Single(Texts.Split(text)).Title);
    }

    [Fact]
    public void Marks_of_emphasis_around_a_title_do_not_hide_it()
    {
        var text = "**甲市供水实施方案**\n" + Texts.Body("为保障供水，制定本方案。") + "# 乙市节水实施方案\n" + Texts.Body("为推进节水，制定本方案。");

        var documents = Texts.Split(text);

        Assert.Equal(["甲市供水实施方案", "乙市节水实施方案"], documents.Select(document => document.Title));
        Assert.Equal('#', text[documents[1].Span.Start]);
    }

    [Fact]
    public void The_first_of_several_chapters_is_no_title()
    {
        var text = "第一章 供水\n" + Texts.Paragraph + "\n第二章 节水\n" + Texts.Paragraph;

        Assert.Equal("甲市供水", Assert.Single(Texts.Split(text, "甲市供水.docx", [Heading(text, "第一章 供水", 1), Heading(text, "第二章 节水", 1)])).Title);
    }

    [Fact]
    public void The_particulars_above_a_title_belong_to_its_document()
    {
        var text = "索 引 号：000014349\n发文机关：某部\n发布日期：2021年10月26日\n\n" + Notice + "\n河源市智慧水务建设实施方案\n" + Texts.Body("为加快智慧水务建设，制定本方案。");

        var document = Assert.Single(Texts.Split(text));

        Assert.Equal((0, "河源市智慧水务建设实施方案"), (document.Span.Start, document.Title));
    }

    [Fact]
    public void A_text_without_signs_is_one_document_called_by_its_first_line()
    {
        var text = "\n  水务工作简介  \n\n" + Texts.Paragraph + "\n";

        var document = Assert.Single(Texts.Split(text));

        Assert.Equal("水务工作简介", document.Title);
        Assert.Equal(text.Trim(), Texts.TextOf(text, document));
    }

    [Fact]
    public void A_text_whose_lines_are_no_titles_is_called_by_its_file()
    {
        Assert.Equal("水务 资料", Assert.Single(Texts.Split(Texts.Paragraph + Texts.Paragraph, "甲/水务_资料.txt")).Title);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n\t\u3000\n")]
    public void An_empty_text_holds_no_document(string text) => Assert.Empty(Texts.Split(text));

    [Fact]
    public void Headings_of_the_highest_level_that_are_titles_begin_documents()
    {
        var text = "# 关于推进农业节水的意见\n\n" + Texts.Paragraph + "\n\n## 一、目标\n\n" + Texts.Paragraph + "\n\n# 灌区改造行动方案\n\n" + Texts.Paragraph;
        var second = text.IndexOf("# 灌区", StringComparison.Ordinal);

        var documents = Texts.Split(text, "汇编.md", [Heading(text, "# 关于推进农业节水的意见", 1), Heading(text, "## 一、目标", 2), Heading(text, "# 灌区改造行动方案", 1)]);

        Assert.Equal(["关于推进农业节水的意见", "灌区改造行动方案"], documents.Select(document => document.Title));
        Assert.Equal(second, documents[1].Span.Start);
    }

    [Fact]
    public void The_one_top_heading_is_the_title()
    {
        var text = "欢迎\n\n水务发展概览\n\n" + Texts.Paragraph;

        Assert.Equal("水务发展概览", Assert.Single(Texts.Split(text, "a.html", [Heading(text, "水务发展概览", 1)])).Title);
    }

    [Fact]
    public void A_stretch_that_may_cut_its_last_document_leaves_it_for_the_next()
    {
        var first = Notice + "\n河源市智慧水务建设实施方案\n" + Texts.Body("为加快智慧水务建设，制定本方案。") + "\n\n";
        var text = first + "关于促进冷链物流发展的若干措施\n" + Texts.Body("为促进冷链物流发展，制定如下措施。");

        var split = DocumentSplitter.Split(new SourceText { File = "a.txt", Text = text, Continues = true });

        Assert.Single(split.Documents);
        Assert.Equal(first.Length, split.Consumed);
    }

    [Fact]
    public void A_stretch_that_one_document_fills_must_be_read_with_more_text()
    {
        var split = DocumentSplitter.Split(new SourceText { File = "a.txt", Text = Notice, Continues = true });

        Assert.Empty(split.Documents);
        Assert.Equal(0, split.Consumed);
    }

    [Fact]
    public void A_title_may_begin_with_a_word_that_sentences_begin_with()
    {
        string[] titles =
        [
            "以旧换新实施方案", "并网运行管理办法", "经营许可管理办法", "使用登记管理办法", "从业人员管理办法", "对外合作管理办法", "从化区供水管理办法", "经济技术开发区供水管理办法",
            "让胡路区供水管理办法", "本溪市供水管理办法", "和田地区供水管理办法", "图们市供水管理办法", "注册会计师管理办法", "表彰奖励管理办法", "为老服务实施方案", "到岗培训管理办法",
        ];
        var text = string.Concat(titles.Select(title => $"{title}\n第一条 {Texts.Paragraph}\n第二条 {Texts.Paragraph}\n\n"));

        Assert.Equal(titles, Texts.Split(text).Select(document => document.Title));
    }

    [Theory]
    [InlineData("为进一步落实供水实施方案")]
    [InlineData("本办法和有关实施细则")]
    [InlineData("根据供水管理办法")]
    [InlineData("从2025年起实行的供水管理办法")]
    [InlineData("经市政府同意的供水实施方案")]
    public void The_beginning_of_a_sentence_is_no_title(string line)
    {
        var text = $"甲市供水管理办法\n第一条 {Texts.Paragraph}\n第二条 {Texts.Paragraph}\n{line}\n第一条 {Texts.Paragraph}";

        Assert.Equal("甲市供水管理办法", Assert.Single(Texts.Split(text)).Title);
    }

    [Theory]
    [InlineData(3, 1)]
    [InlineData(9, 2)]
    public void A_foreword_before_the_first_heading_is_lost_in_no_case(int paragraphs, int documentsBefore)
    {
        var foreword = string.Join('\n', Enumerable.Repeat(Texts.Paragraph, paragraphs));
        var text = foreword + "\n\n# 关于推进农业节水的意见\n\n" + Texts.Paragraph + "\n\n# 灌区改造行动方案\n\n" + Texts.Paragraph;

        var documents = Texts.Split(text, "汇编.md", [Heading(text, "# 关于推进农业节水的意见", 1), Heading(text, "# 灌区改造行动方案", 1)]);

        Assert.Equal(documentsBefore + 1, documents.Count);
        Assert.StartsWith(foreword, Texts.TextOf(text, documents[0]), StringComparison.Ordinal);
        Assert.Equal("关于推进农业节水的意见", documents[^2].Title);
    }

    [Fact]
    public void A_foreword_of_a_compilation_is_a_document_without_cover_and_contents()
    {
        var foreword = "汇编说明\n" + string.Join('\n', Enumerable.Repeat(Texts.Paragraph, 6));
        var text = "水务政策汇编\n某水务研究院\n2024年\n" + foreword + "\n\n目 录\n" + string.Concat(Heads.Select((head, i) => $"{head}......{i + 1}\n")) + Compilation(Heads);

        var documents = Texts.Split(text);

        Assert.Equal(foreword, Texts.TextOf(text, documents[0]));
        Assert.Equal(["汇编说明", "关于推进农业节水的意见", "灌区改造行动方案", "灌溉用水定额管理规定", "水价改革指导意见"], documents.Select(document => document.Title));
    }

    [Fact]
    public void The_last_stretch_of_a_compilation_is_split_by_what_the_first_told()
    {
        var first = "目 录\n" + string.Concat(Heads.Select((head, i) => $"{head}......{i + 1}\n")) + Compilation(Heads[..3]);
        var last = Compilation(Heads[2..]);

        var begun = DocumentSplitter.Split(new SourceText { File = "a.txt", Text = first, Continues = true });
        var ended = DocumentSplitter.Split(new SourceText { File = "a.txt", Text = last, Offset = begun.Consumed }, begun.Shape);

        Assert.Equal(["关于推进农业节水的意见", "灌区改造行动方案"], begun.Documents.Select(document => document.Title));
        Assert.Equal(["灌溉用水定额管理规定", "水价改革指导意见"], ended.Documents.Select(document => document.Title));
    }

    [Fact]
    public void A_single_heading_in_the_last_stretch_begins_a_document_behind_the_rest_of_one_that_was_cut()
    {
        var first = "# 关于推进农业节水的意见\n\n" + Texts.Paragraph + "\n\n# 灌区改造行动方案\n\n" + Texts.Paragraph;
        var last = Texts.Paragraph + "\n\n# 灌溉用水资料\n\n" + Texts.Paragraph;

        var begun = DocumentSplitter.Split(new SourceText
        {
            File = "a.md",
            Text = first,
            Continues = true,
            Marks = [Heading(first, "# 关于推进农业节水的意见", 1), Heading(first, "# 灌区改造行动方案", 1)],
        });
        var ended = DocumentSplitter.Split(new SourceText { File = "a.md", Text = last, Offset = 900, Marks = [Heading(last, "# 灌溉用水资料", 1)] }, begun.Shape);

        Assert.Equal([Texts.Paragraph, "# 灌溉用水资料\n\n" + Texts.Paragraph], ended.Documents.Select(document => Texts.TextOf(last, document)));
    }

    private static readonly string[] Heads = ["关于推进农业节水的意见", "灌区改造行动方案", "灌溉用水定额管理规定", "水价改革指导意见"];

    private static string Compilation(string[] heads) => string.Concat(heads.Select(head => $"\n{head}\n\n{Texts.Paragraph}\n\n{Texts.Paragraph}\n"));

    private static SourceMark Heading(string text, string line, int level)
    {
        var start = text.IndexOf(line, StringComparison.Ordinal);
        return new SourceMark(SourceMarkKind.Heading, new TextSpan(start, start + line.Length), level);
    }

    private const string Articles = "第一条 为了规范管理，制定本条例。\n\n第二条 本市行政区域内的管理活动，适用本条例。\n\n第三条 本条例自公布之日起施行。\n\n";

    [Theory]
    [InlineData("2019年3月28日 湖州市第八届人民代表大会常务委员会第十八次会议通过\n\n2019年5月30日 浙江省第十三届人民代表大会常务委员会第十二次会议批准")]
    [InlineData("２０１９年３月２８日 公安部部长办公会议通过")]
    [InlineData("（湖州市人民代表大会常务委员会第十八次会议通过 2019年5月30日公布）")]
    [InlineData("（2019年3月28日湖州市第八届人民代表大会常务委员会第十八次会议通过）")]
    public void Rules_with_their_history_under_the_title_are_told_apart(string history)
    {
        string[] titles = ["湖州市停车场管理条例", "湖州市渔业船舶管理规程", "关于审理渔业纠纷案件适用法律若干问题的规定（二）"];
        var text = string.Concat(titles.Select(title => $"{title}\n\n{history}\n\n{Articles}"));

        Assert.Equal(titles, Texts.Split(text).Select(document => document.Title));
    }

    [Fact]
    public void A_title_that_stands_again_below_the_history_begins_no_document()
    {
        var text = $"关于邻近两市互认施工许可的安排\n\n2019年1月14日 联席会议通过\n\n关于邻近两市\n\n互认施工许可的安排\n\n{Articles}";

        Assert.Equal("关于邻近两市互认施工许可的安排", Assert.Single(Texts.Split(text)).Title);
    }

    [Theory]
    [InlineData("{0}\t{1}")]
    [InlineData("{2}、{0}……………（{1}）")]
    [InlineData("{2}、{0}……………{1}")]
    public void The_titles_that_contents_list_are_the_documents_whatever_the_form_of_the_contents(string entry)
    {
        string[] titles = ["湖州市停车场管理条例", "湖州市渔业船舶管理办法（试行）", "中华人民共和国船舶法", "湖州市港口建设五年规划"];
        string[] numbers = ["一", "二", "三", "四"];
        var contents = string.Join('\n', titles.Select((title, i) => string.Format(System.Globalization.CultureInfo.InvariantCulture, entry, title, 1 + (7 * i), numbers[i])));
        var numbered = entry.StartsWith('{') && entry[1] == '2';
        var text = $"港航法规选编\n\n（下册）\n\n目  录\n\n第一部分\n\n{contents}\n\n"
            + string.Concat(titles.Select((title, i) => $"{(numbered ? numbers[i] + "、" : "")}{title}\n\n2019年3月28日 会议通过\n\n{title}\n\n{Articles}"));

        Assert.Equal(titles, Texts.Split(text).Select(document => document.Title));
    }

    [Fact]
    public void Particulars_between_dashes_are_no_title()
    {
        var text = $"---\nbookHidden: true\nweight: 3\n---\n\n湖州市停车场管理条例\n\n{Articles}";

        Assert.Equal("湖州市停车场管理条例", Assert.Single(Texts.Split(text)).Title);
    }

    [Fact]
    public void A_standard_is_called_by_its_title_not_by_the_lines_above_it()
    {
        const string Text = "ICS 27.180\nCCS F 19\n\n团 体 标 准\nT/GDES 21—2022\n\n户用储能系统安装与验收规范\n\n2022-09-15 发布 2022-10-01 实施\n\n1 范围\n本文件规定了安装要求。\n";

        Assert.Equal("户用储能系统安装与验收规范", Assert.Single(Texts.Split(Text)).Title);
    }

    [Fact]
    public void A_few_lines_in_the_form_of_heads_do_not_divide_many_documents()
    {
        var rules = Enumerable.Range(1, 20).Select(i => $"湖州市第{i}水库管理条例\n\n2019年3月28日 会议通过\n\n{Articles}");
        var amendments = Enumerable.Range(1, 3).Select(i => $"{i}.港口管理办法（2019年3月）\n\n修改第{i}项。\n\n");
        var text = string.Concat(rules) + string.Concat(amendments);

        Assert.Equal(20, Texts.Split(text).Count(document => document.Title.EndsWith("水库管理条例", StringComparison.Ordinal)));
    }
}
