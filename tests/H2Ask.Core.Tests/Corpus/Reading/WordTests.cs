using System.IO.Compression;
using System.Text;
using H2Ask.Core.Corpus.Reading;
using static H2Ask.Core.Tests.Corpus.Reading.WordFile;

namespace H2Ask.Core.Tests.Corpus.Reading;

public sealed class WordTests
{
    [Fact]
    public void Paragraphs_are_lines_and_breaks_and_tabs_are_kept()
    {
        var source = ReadFiles.Of("a.docx", WordFile.Of(Paragraph("　　第一段") + "<w:p/>" + "<w:p><w:r><w:t>上</w:t><w:br/><w:t>下</w:t><w:tab/><w:t>右</w:t></w:r></w:p>")).Only;
        Assert.Equal("第一段\n上\n下\t右\n", source.Text);
    }

    [Fact]
    public void Headings_are_told_by_style_by_its_base_and_by_outline_level()
    {
        const string styles = """
            <w:style w:type="paragraph" w:styleId="a1"><w:name w:val="heading 2"/></w:style>
            <w:style w:type="paragraph" w:styleId="own"><w:name w:val="条标题"/><w:basedOn w:val="a1"/></w:style>
            <w:style w:type="paragraph" w:styleId="t"><w:name w:val="Title"/></w:style>
            """;
        var source = ReadFiles.Of("a.docx", WordFile.Of(
            Paragraph("某市规划", "<w:pStyle w:val=\"t\"/>") + Paragraph("总则", "<w:pStyle w:val=\"own\"/>") + Paragraph("目标", "<w:outlineLvl w:val=\"2\"/>") + Paragraph("正文", "<w:outlineLvl w:val=\"9\"/>"), styles)).Only;
        Assert.Equal(["Heading1: 某市规划", "Heading2: 总则", "Heading3: 目标"], source.Marked());
    }

    [Fact]
    public void Automatic_numbers_are_written_out()
    {
        var numbering = $"""
            <w:abstractNum w:abstractNumId="0">{Level(0, "chineseCountingThousand", "第%1章")}{Level(1, "chineseCounting", "%2、")}{Level(2, "decimal", "%1.%2.%3", "<w:isLgl/>")}{Level(3, "bullet", "-")}</w:abstractNum>
            <w:num w:numId="5"><w:abstractNumId w:val="0"/></w:num>
            <w:num w:numId="6"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="11"/></w:lvlOverride></w:num>
            """;
        var body = Item("总则", 5, 0) + Item("目的", 5, 1) + Item("依据", 5, 1) + Item("法", 5, 2) + Paragraph("不编号") + Item("规划", 5, 0) + Item("布局", 5, 1) + Item("点", 5, 3) + Item("附则", 6, 0);
        Assert.Equal(
            ["第一章 总则", "一、目的", "二、依据", "1.2.1 法", "不编号", "第二章 规划", "一、布局", "• 点", "第十一章 附则"],
            ReadFiles.Of("a.docx", WordFile.Of(body, "", numbering)).Only.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public void A_number_of_the_style_is_part_of_the_heading()
    {
        var numbering = $"<w:abstractNum w:abstractNumId=\"0\">{Level(0, "chineseCounting", "%1、")}</w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>";
        const string styles = "<w:style w:type=\"paragraph\" w:styleId=\"h\"><w:name w:val=\"heading 1\"/><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:style>";
        var body = Paragraph("总体要求", "<w:pStyle w:val=\"h\"/>") + Paragraph("", "<w:pStyle w:val=\"h\"/>") + Paragraph("保障", "<w:pStyle w:val=\"h\"/>")
            + Paragraph("不编号", "<w:pStyle w:val=\"h\"/><w:numPr><w:numId w:val=\"0\"/></w:numPr>");
        Assert.Equal(["Heading1: 一、总体要求", "Heading1: 二、保障", "Heading1: 不编号"], ReadFiles.Of("a.docx", WordFile.Of(body, styles, numbering)).Only.Marked());
    }

    [Theory]
    [InlineData(10, "chineseCounting", "十")]
    [InlineData(21, "chineseCountingThousand", "二十一")]
    [InlineData(105, "chineseCounting", "一百零五")]
    [InlineData(1010, "chineseCounting", "一千零一十")]
    [InlineData(12, "chineseLegalSimplified", "壹拾贰")]
    [InlineData(20, "ideographDigital", "二〇")]
    [InlineData(3, "decimalEnclosedCircle", "③")]
    [InlineData(12, "decimalFullWidth", "１２")]
    [InlineData(28, "lowerLetter", "bb")]
    [InlineData(14, "upperRoman", "XIV")]
    [InlineData(7, "decimalZero", "07")]
    [InlineData(7, "unheardOf", "7")]
    public void Numbers_are_written_as_Word_writes_them(int number, string format, string expected)
    {
        Assert.Equal(expected, H2Ask.Core.Corpus.Reading.Formats.WordNumbers.Write(number, format));
    }

    [Fact]
    public void Deletions_and_hidden_text_are_left_out_and_insertions_stay()
    {
        const string change = "w:id=\"1\" w:author=\"a\"";
        var source = ReadFiles.Of("a.docx", WordFile.Of(
            $"<w:p><w:r><w:t>建成</w:t></w:r><w:del {change}><w:r><w:delText>30</w:delText></w:r></w:del><w:ins {change}><w:r><w:t>50</w:t></w:r></w:ins>"
            + $"<w:moveFrom {change}><w:r><w:t>走</w:t></w:r></w:moveFrom><w:moveTo {change}><w:r><w:t>座</w:t></w:r></w:moveTo><w:r><w:rPr><w:vanish/></w:rPr><w:t>隐</w:t></w:r></w:p>"
            + $"<w:p><w:pPr><w:rPr><w:del {change}/></w:rPr></w:pPr><w:r><w:t>前半</w:t></w:r></w:p>" + Paragraph("后半"))).Only;
        Assert.Equal("建成50座\n前半后半\n", source.Text);
    }

    [Fact]
    public void Fields_give_their_result_and_content_controls_their_content()
    {
        var source = ReadFiles.Of("a.docx", WordFile.Of(
            "<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>3</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p>"
            + $"<w:sdt><w:sdtContent>{Paragraph("控件里")}</w:sdtContent></w:sdt>")).Only;
        Assert.Equal("3\n控件里\n", source.Text);
    }

    [Fact]
    public void Table_rows_are_lines_with_tabs_and_the_head_is_marked()
    {
        const string head = "<w:trPr><w:tblHeader/></w:trPr>";
        var source = ReadFiles.Of("a.docx", WordFile.Of(
            Paragraph("表1") + $"<w:tbl><w:tr>{head}{Cell("指标")}{Cell("单位")}{Cell("目标")}</w:tr><w:tr>{Cell("加氢站", "（累计）")}{Cell("座")}{Cell("50")}</w:tr>"
            + $"<w:tr><w:tc><w:tcPr><w:gridSpan w:val=\"2\"/></w:tcPr>{Paragraph("合计")}</w:tc>{Cell("50")}</w:tr></w:tbl>" + Paragraph("后"))).Only;
        Assert.Equal("表1\n指标\t单位\t目标\n加氢站 （累计）\t座\t50\n合计\t\t50\n后\n", source.Text);
        Assert.Equal(["TableHead: 指标\t单位\t目标", "TableRow: 加氢站 （累计）\t座\t50", "TableRow: 合计\t\t50"], source.Marked());
    }

    [Fact]
    public void A_box_made_of_one_cell_is_lines()
    {
        var source = ReadFiles.Of("a.docx", WordFile.Of($"<w:tbl><w:tr>{Cell("专栏1 重点工程", "1. 制氢。", "2. 加氢。")}</w:tr></w:tbl>")).Only;
        Assert.Equal("专栏1 重点工程\n1. 制氢。\n2. 加氢。\n", source.Text);
        Assert.Empty(source.Marks);
    }

    [Fact]
    public void A_file_that_is_no_Word_file_is_skipped_with_a_reason()
    {
        Assert.Equal("Its content is damaged.", ReadFiles.Of("a.docx", "这不是一个文档").Reason);
        Assert.Equal("The file is empty.", ReadFiles.Of("a.docx", Array.Empty<byte>()).Reason);
    }

    [Fact]
    public void A_link_to_an_address_that_is_none_does_not_keep_a_file_from_being_read()
    {
        const string relationships = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r9\" "
            + "Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink\" Target=\"mailto:某人@@http://x y\" TargetMode=\"External\"/></Relationships>";
        var file = Replace(WordFile.Of(Paragraph("正文")), "word/_rels/document.xml.rels", relationships);
        Assert.Equal("正文\n", ReadFiles.Of("a.docx", file).Only.Text);
    }

    [Fact]
    public void Formulas_and_text_boxes_are_read()
    {
        const string math = "<m:oMath xmlns:m=\"http://schemas.openxmlformats.org/officeDocument/2006/math\"><m:r><m:t>a+b</m:t></m:r></m:oMath>";
        var box = "<mc:AlternateContent xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\">"
            + "<mc:Choice Requires=\"wps\" xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\"><w:drawing>"
            + "<wp:inline xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\"><a:graphic xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\">"
            + "<a:graphicData uri=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\">"
            + $"<wps:wsp><wps:txbx><w:txbxContent>{Paragraph("框内")}</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice>"
            + $"<mc:Fallback><w:pict><w:txbxContent>{Paragraph("框内")}</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent>";
        var source = ReadFiles.Of("a.docx", WordFile.Of($"<w:p><w:r><w:t>式</w:t></w:r>{math}<w:r>{box}</w:r></w:p>")).Only;
        Assert.Equal("式a+b\n框内\n", source.Text);
    }

    [Fact]
    public void A_file_that_unpacks_too_large_is_skipped_with_a_reason()
    {
        var read = ReadFiles.Of("a.docx", WordFile.Of(Paragraph(new string('氢', 1_000_000))), new SourceReaderOptions { MaximumDocumentBytes = 500_000 });
        Assert.Equal("It unpacks to more than 500000 bytes.", read.Reason);
    }

    [Fact]
    public void A_file_that_nests_too_deep_is_skipped_with_a_reason()
    {
        var deep = string.Concat(Enumerable.Repeat("<w:sdt><w:sdtContent>", 50_000));
        var end = string.Concat(Enumerable.Repeat("</w:sdtContent></w:sdt>", 50_000));
        var xml = $"<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>{deep}{end}</w:body></w:document>";
        Assert.Equal("Its elements nest deeper than 256.", ReadFiles.Of("a.docx", Replace(WordFile.Of(Paragraph("文")), "word/document.xml", xml)).Reason);
    }

    [Fact]
    public void A_file_with_entities_is_skipped_with_a_reason()
    {
        const string xml = "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>&b;</w:body></w:document>";
        Assert.Equal("Its content is damaged.", ReadFiles.Of("a.docx", Replace(WordFile.Of(Paragraph("文")), "word/document.xml", xml)).Reason);
    }

    private static string Cell(params string[] paragraphs) => $"<w:tc>{string.Concat(paragraphs.Select(text => Paragraph(text)))}</w:tc>";

    private static byte[] Replace(byte[] package, string part, string xml)
    {
        var memory = new MemoryStream();
        memory.Write(package);
        using (var archive = new ZipArchive(memory, ZipArchiveMode.Update, leaveOpen: true))
        {
            archive.Entries.Single(entry => entry.FullName == part).Delete();
            using var stream = archive.CreateEntry(part).Open();
            stream.Write(Encoding.UTF8.GetBytes(xml));
        }

        return memory.ToArray();
    }
}
