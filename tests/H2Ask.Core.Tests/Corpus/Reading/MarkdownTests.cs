namespace H2Ask.Core.Tests.Corpus.Reading;

public sealed class MarkdownTests
{
    [Fact]
    public void Headings_are_marked_by_their_words()
    {
        var source = ReadFiles.Of("a.md", "# 总则 #\n正文 # 不是标题\n\n### （一）目标\n\n氢能规划\n===\n\n- a\n  ## 列表里\n> #### 引用里\n").Only;
        Assert.Equal(["Heading1: 总则", "Heading3: （一）目标", "Heading1: 氢能规划", "Heading2: 列表里", "Heading4: 引用里"], source.Marked());
    }

    [Fact]
    public void Table_rows_are_marked_line_by_line()
    {
        var source = ReadFiles.Of("a.md", "前文\r\n\r\n| 指标 | 2025年 |\r\n|---|---:|\r\n| 加氢站 | 50座 |\r\n| **氢车** | 1万辆 |\r\n\r\n后文\r\n").Only;
        Assert.Equal(["TableHead: | 指标 | 2025年 |", "TableRow: | 加氢站 | 50座 |", "TableRow: | **氢车** | 1万辆 |"], source.Marked());
    }

    [Fact]
    public void The_raw_text_stays_the_text()
    {
        const string text = "---\ntitle: 规划\n---\n# 一、总则\r\n```\n# 注释\n```\n";
        var source = ReadFiles.Of("a.md", "\uFEFF" + text).Only;
        Assert.Equal(text, source.Text);
        Assert.Equal(["Heading1: 一、总则"], source.Marked());
    }

    [Fact]
    public void A_large_table_is_marked_row_by_row()
    {
        var text = "| 地区 | 数量 |\n|---|---|\n" + string.Concat(Enumerable.Range(0, 5000).Select(number => $"| 地区{number} | {number}座 |\n"));
        Assert.Equal(5001, ReadFiles.Of("a.md", text).Only.Marks.Count);
    }

    [Fact]
    public void A_long_text_is_marked_as_a_short_one_is()
    {
        const string part = "## 第一节\n\n正文。\n\n---\n\n| 甲 | 乙 |\n|---|---|\n| 1 | 2 |\n\n";
        var source = ReadFiles.Of("a.md", string.Concat(Enumerable.Repeat(part, 10_000))).Only;
        Assert.Equal(30_000, source.Marks.Count);
        Assert.Equal(["Heading2: 第一节", "TableHead: | 甲 | 乙 |", "TableRow: | 1 | 2 |"], source.Marked().Distinct());
    }

    [Theory]
    [InlineData("[a]: b\n")]
    [InlineData("a\n===\n")]
    [InlineData(">")]
    [InlineData("[")]
    [InlineData("*a_")]
    [InlineData("- ")]
    [InlineData("|")]
    [InlineData("`")]
    public void Text_that_nests_as_no_writer_nests_is_still_text(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 20_000)) + "\n\n# 总则\n";
        Assert.Equal(text, ReadFiles.Of("a.md", text).Only.Text);
    }
}
