using H2Ask.Core.Corpus.Reading;
using H2Ask.Core.Corpus.Splitting;
using H2Ask.Core.Text;

namespace H2Ask.Core.Tests.Corpus.Splitting;

public sealed class ArticleDumpTests
{
    private const string Advert = "由本刊与多家机构共同主办的第八届全国水务技术装备博览会将于春天在某地国际会展中心举行，欢迎莅临。展位预订正在进行，名额有限，先到先得，期待与业界同仁共襄盛举！推荐阅读→";

    private static readonly string LongText = string.Concat(Enumerable.Repeat(Texts.Paragraph, 6));

    [Fact]
    public void Each_row_is_an_article_and_adverts_belong_to_none()
    {
        var text = Dump(("甲市供水规划发布！", "近日，甲市发布供水规划。" + Story("甲市") + Advert + "乙县节水新政出台！"),
            ("乙县节水新政出台！", "日前，乙县出台节水新政。" + Story("乙县") + Advert), ("丙区河长制有新招！", "丙区推行河长制。" + Story("丙区") + Advert), ("丁市水价改革！", ""));

        var documents = Texts.Split(text);

        Assert.Equal(["甲市供水规划发布！", "乙县节水新政出台！", "丙区河长制有新招！", "丁市水价改革！"], documents.Select(document => document.Title));
        Assert.All(documents, document => Assert.Equal(DocumentRole.Report, document.Role));
        Assert.DoesNotContain(documents, document => Texts.TextOf(text, document).Contains("博览会", StringComparison.Ordinal));
        Assert.EndsWith("甲市。", Texts.TextOf(text, documents[0]), StringComparison.Ordinal);
    }

    [Fact]
    public void Quoted_fields_may_hold_separators_line_breaks_and_doubled_quotes()
    {
        var text = "\"甲市\"\"十四五\"\"规划,\n发布！\",\"近日，甲市发布规划," + LongText + "\n第二段。\"\n" + Dump(("乙县节水新政出台！", LongText), ("丙区河长制有新招！", LongText));

        var documents = Texts.Split(text);

        Assert.Equal(3, documents.Count);
        Assert.Equal("甲市\"十四五\"规划, 发布！".Replace(" ", "", StringComparison.Ordinal), documents[0].Title.Replace(" ", "", StringComparison.Ordinal));
        Assert.EndsWith("第二段。", Texts.TextOf(text, documents[0]), StringComparison.Ordinal);
    }

    [Fact]
    public void A_quote_that_nothing_closes_does_not_swallow_the_next_row()
    {
        var text = "甲市供水规划发布！,\"近日，" + LongText + "\n" + Dump(("乙县节水新政出台！", LongText), ("丙区河长制有新招！", LongText));

        Assert.Equal(3, Texts.Split(text).Count);
    }

    [Theory]
    [InlineData("原文如下：", "甲市人民政府关于印发甲市供水管理办法的通知各区人民政府，市政府各部门：现将《甲市供水管理办法》印发给你们。甲市人民政府2021年3月5日甲市供水管理办法第一条 ", "甲市供水管理办法")]
    [InlineData("", "甲市供水管理办法第一章 总则第一条 ", "甲市供水管理办法")]
    [InlineData("", "甲市水务局关于做好供水工作的通知各供水单位：为做好供水工作，现将有关事项通知如下：一、", "甲市水务局关于做好供水工作的通知")]
    [InlineData("具体内容如下：", "各供水单位，各有关企业：现就有关事项通知如下：一、", "甲市供水管理办法")]
    [InlineData("", "为加强供水管理，结合我市实际，制定本办法。第一章 总则", "甲市供水管理办法")]
    [InlineData("", "关于加强供水管理的意见水管〔2021〕5号各县水务局：一、", "关于加强供水管理的意见")]
    [InlineData("全文如下：", "一、总体要求", "甲市供水管理办法")]
    public void A_document_reprinted_in_running_text_is_found(string leadOut, string opening, string title)
    {
        const string Report = "近日，甲市印发《甲市供水管理办法》，对供水提出了要求。";
        var text = Dump(("甲市供水有新规！", Report + leadOut + opening + LongText + "二、" + LongText + "第二条" + LongText), ("乙县节水新政出台！", LongText), ("丙区河长制有新招！", LongText));

        var documents = Texts.Split(text);

        Assert.Equal(4, documents.Count);
        Assert.Equal(title, documents[1].Title);
        Assert.Equal(text.IndexOf(leadOut + opening, StringComparison.Ordinal) + leadOut.Length, documents[1].Span.Start);
        Assert.Equal((1, 0, DocumentRole.Reprint), (documents[0].RelatedTo, documents[1].RelatedTo, documents[1].Role));
    }

    [Fact]
    public void Several_documents_in_one_article_are_told_apart()
    {
        var body = "近日，甲市印发《关于鼓励节水的意见》《关于支持节水的若干政策》。原文如下：关于鼓励节水的意见为鼓励节水，制定如下意见。一、总体要求" + LongText + "二、" + LongText
            + "关于支持节水的若干政策 为支持节水，制定如下政策。一、加大投入" + LongText + "二、" + LongText;

        var documents = Texts.Split(Dump(("甲市节水连发两文！", body), ("乙县节水新政出台！", LongText), ("丙区河长制有新招！", LongText)));

        Assert.Equal(["甲市节水连发两文！", "关于鼓励节水的意见", "关于支持节水的若干政策", "乙县节水新政出台！", "丙区河长制有新招！"], documents.Select(document => document.Title));
        Assert.Equal([1, 0, 0, -1, -1], documents.Select(document => document.RelatedTo));
    }

    [Theory]
    [InlineData("原文如下：新华社消息，甲市有关负责人介绍了供水工作的进展。")]
    [InlineData("原文如下：")]
    [InlineData("会议指出，要加强供水管理，完善支持政策，健全工作机制。")]
    [InlineData("答记者问如下：一、为什么要出台《甲市供水管理办法》？二、有哪些亮点？")]
    public void A_report_that_reprints_nothing_stays_whole(string rest)
    {
        var text = Dump(("甲市供水有新规！", "近日，甲市印发《甲市供水管理办法》。" + LongText + rest), ("乙县节水新政出台！", LongText), ("丙区河长制有新招！", LongText));

        Assert.Equal(3, Texts.Split(text).Count);
    }

    [Fact]
    public void A_row_whose_title_is_the_title_of_the_document_in_it_is_that_document()
    {
        var text = Dump(("甲市水务局关于做好供水工作的通知", "各供水单位：为做好供水工作，现将有关事项通知如下：一、" + LongText + "二、" + LongText), ("乙县节水新政出台！", LongText), ("丙区河长制有新招！", LongText));

        var documents = Texts.Split(text);

        Assert.Equal(3, documents.Count);
        Assert.Equal((DocumentRole.Policy, "甲市水务局关于做好供水工作的通知"), (documents[0].Role, documents[0].Title));
    }

    [Fact]
    public void The_rows_that_a_reader_marked_are_taken_as_they_are()
    {
        var text = "id;t;b\n1;甲市供水;近日，甲市供水。\n";
        var title = new TextSpan(text.IndexOf("甲市供水", StringComparison.Ordinal), text.IndexOf("甲市供水", StringComparison.Ordinal) + 4);
        var body = new TextSpan(title.End + 1, text.Length - 1);

        var document = Assert.Single(Texts.Split(text, "a.csv",
            [new(SourceMarkKind.Article, new TextSpan(7, text.Length - 1)), new(SourceMarkKind.ArticleTitle, title), new(SourceMarkKind.ArticleBody, body)]));

        Assert.Equal((title.Start, body.End, "甲市供水"), (document.Span.Start, document.Span.End, document.Title));
    }

    [Fact]
    public void The_last_row_of_a_stretch_is_left_for_the_next()
    {
        var text = Dump(("甲市供水规划发布！", LongText), ("乙县节水新政出台！", LongText), ("丙区河长制有新招！", LongText[..250]));

        var split = DocumentSplitter.Split(new SourceText { File = "a.txt", Text = text, Continues = true });

        Assert.Equal(2, split.Documents.Count);
        Assert.Equal(text.IndexOf("丙区", StringComparison.Ordinal), split.Consumed);
    }

    [Fact]
    public void The_last_stretch_of_a_dump_is_read_as_rows_however_few_they_are()
    {
        var rows = Dump(("甲市供水规划发布！", LongText), ("乙县节水新政出台！", LongText), ("丙区河长制有新招！", LongText), ("丁市水价改革！", "丁市调整水价。"), ("戊县水库开工！", "戊县水库开工。"));
        var begun = DocumentSplitter.Split(new SourceText { File = "a.txt", Text = rows[..rows.IndexOf("戊县", StringComparison.Ordinal)], Continues = true });

        var ended = DocumentSplitter.Split(new SourceText { File = "a.txt", Text = rows[begun.Consumed..], Offset = begun.Consumed }, begun.Shape);

        Assert.Equal(["丁市水价改革！", "戊县水库开工！"], ended.Documents.Select(document => document.Title));
    }

    [Fact]
    public void What_recurred_in_one_stretch_is_boilerplate_in_the_next()
    {
        var first = Dump(("甲市供水规划发布！", Story("甲市") + Advert), ("乙县节水新政出台！", Story("乙县") + Advert), ("丙区河长制有新招！", Story("丙区") + Advert), ("丁市水价改革！", Story("丁市")));
        var last = Dump(("丁市水价改革！", Story("丁市")), ("戊县水库开工！", Story("戊县") + Advert));
        var begun = DocumentSplitter.Split(new SourceText { File = "a.txt", Text = first, Continues = true });

        var ended = DocumentSplitter.Split(new SourceText { File = "a.txt", Text = last, Offset = begun.Consumed }, begun.Shape);

        Assert.EndsWith("戊县。", Texts.TextOf(last, ended.Documents[^1]), StringComparison.Ordinal);
    }

    // These would not end if each place of the run were tried anew, or each title compared with all others.
    [Fact]
    public void A_long_run_of_blanks_hides_nothing_behind_it()
    {
        var blanks = new string(' ', 400_000);
        var text = Dump(("甲市供水有新规！", "近日，甲市印发新规。" + blanks + "甲市供水管理办法第一章 总则第一条 " + LongText + "第二条" + blanks + LongText), ("乙县节水新政出台！", LongText), ("丙区河长制有新招！", LongText));

        Assert.Equal(["甲市供水有新规！", "甲市供水管理办法", "乙县节水新政出台！", "丙区河长制有新招！"], Texts.Split(text).Select(document => document.Title));
    }

    [Fact]
    public void Thousands_of_documents_in_one_article_are_told_apart()
    {
        var body = string.Concat(Enumerable.Range(0, 20_000).Select(i => $"甲市供水第{i}号管理办法第一条 供水安全。第二条 节约用水。"));
        var text = Dump(("甲市供水有新规！", "近日，甲市印发新规。" + body), ("乙县节水新政出台！", LongText), ("丙区河长制有新招！", LongText));

        Assert.Equal(20_003, Texts.Split(text).Count);
    }

    [Theory]
    [InlineData("（以下简称《办法》）第一条说得明白。")]
    [InlineData("】第一条说得明白。")]
    [InlineData("体系第一条说得明白。")]
    [InlineData("已经实行，第一条说得明白。")]
    public void A_title_that_a_sentence_goes_on_behind_begins_no_document(string rest)
    {
        var text = Dump(("甲市供水有新规！", "近日，甲市有新规。甲市供水管理办法" + rest + LongText), ("乙县节水新政出台！", LongText), ("丙区河长制有新招！", LongText));

        Assert.Equal(3, Texts.Split(text).Count);
    }

    private static string Story(string place) => string.Concat(Enumerable.Range(1, 9).Select(i => $"第{i}项工作要完善体制机制，强化要素保障，并将推动各项任务落到{place}。"));

    private static string Dump(params (string Title, string Body)[] rows) => string.Concat(rows.Select(row => $"{row.Title},{row.Body}\n"));
}
