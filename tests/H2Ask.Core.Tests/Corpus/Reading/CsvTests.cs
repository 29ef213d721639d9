using H2Ask.Core.Corpus.Reading;
using H2Ask.Tests;

namespace H2Ask.Core.Tests.Corpus.Reading;

public sealed class CsvTests
{
    [Fact]
    public void Rows_are_articles_with_title_and_body()
    {
        var source = ReadFiles.Of("a.csv", "title,body\n加氢站办法出炉,近日发布\n氢能规划,\"全文，有, 逗号\"\n").Only;
        Assert.Equal(
        [
            "Article: 加氢站办法出炉,近日发布", "ArticleTitle: 加氢站办法出炉", "ArticleBody: 近日发布",
            "Article: 氢能规划,\"全文，有, 逗号\"", "ArticleTitle: 氢能规划", "ArticleBody: 全文，有, 逗号",
        ], source.Marked());
    }

    [Fact]
    public void The_raw_text_stays_the_text()
    {
        const string text = "标题,正文\r\n甲规划,\"一\r\n二\"\r\n";
        Assert.Equal(text, ReadFiles.Of("a.csv", text).Only.Text);
    }

    [Fact]
    public void Quoted_fields_hold_line_ends_and_doubled_quotes()
    {
        var source = ReadFiles.Of("a.csv", "甲市规划发布,\"第一段\n第二段“\"\"十四五\"\"”\"\r\n乙市规划发布,正文若干字\r\n").Only;
        Assert.Equal("ArticleBody: 第一段\n第二段“\"\"十四五\"\"”", source.Marked()[2]);
        Assert.Equal("Article: 乙市规划发布,正文若干字", source.Marked()[3]);
    }

    [Fact]
    public void Columns_are_found_by_name_in_any_order()
    {
        var source = ReadFiles.Of("a.csv", "序号,正文,日期,标题\n1,近日发布若干措施,2022-01-01,措施发布了\n").Only;
        Assert.Equal(["Article: 1,近日发布若干措施,2022-01-01,措施发布了", "ArticleBody: 近日发布若干措施", "ArticleTitle: 措施发布了"], source.Marked());
    }

    [Fact]
    public void Columns_without_names_are_found_by_what_they_hold()
    {
        var source = ReadFiles.Of("a.csv", "17,2022-01-01,某市氢能规划发布,近日，某市发布规划，提出到2025年建成加氢站若干座。,http://x.cn/1\n18,2022-01-02,另一市氢能规划,近日，另一市发布规划，提出到2025年建成加氢站若干座。,http://x.cn/2\n").Only;
        Assert.Equal("ArticleTitle: 某市氢能规划发布", source.Marked()[1]);
        Assert.Equal("ArticleBody: 近日，某市发布规划，提出到2025年建成加氢站若干座。", source.Marked()[2]);
    }

    [Theory]
    [InlineData('\t')]
    [InlineData(';')]
    public void Other_delimiters_are_found(char delimiter)
    {
        var source = ReadFiles.Of("a.csv", $"标题{delimiter}内容\n甲规划{delimiter}正文\n").Only;
        Assert.Equal([$"Article: 甲规划{delimiter}正文", "ArticleTitle: 甲规划", "ArticleBody: 正文"], source.Marked());
    }

    [Fact]
    public void Commas_in_a_body_that_is_not_quoted_belong_to_the_body()
    {
        var source = ReadFiles.Of("a.csv", "title,body\n甲市规划,首先,其次,最后\n").Only;
        Assert.Equal("ArticleBody: 首先,其次,最后", source.Marked()[2]);
    }

    [Fact]
    public void A_quote_inside_a_field_that_is_not_quoted_is_a_letter()
    {
        var source = ReadFiles.Of("a.csv", "title,body\n氢能\"十四五\"规划,正文\n").Only;
        Assert.Equal("ArticleTitle: 氢能\"十四五\"规划", source.Marked()[1]);
    }

    [Fact]
    public void A_single_quote_inside_a_quoted_field_does_not_end_it()
    {
        var source = ReadFiles.Of("a.csv", "title,body\n甲规划,\"为氢能\"打Call\"的文章\"\n乙规划,正文\n").Only;
        Assert.Equal("ArticleBody: 为氢能\"打Call\"的文章", source.Marked()[2]);
        Assert.Equal("ArticleTitle: 乙规划", source.Marked()[4]);
    }

    [Fact]
    public void A_field_that_is_not_closed_takes_no_other_article_with_it()
    {
        var source = ReadFiles.Of("a.csv", "title,body\n甲规划,\"没有结束的引号\n乙规划,\"正文\"\n丙规划,正文\n").Only;
        Assert.Equal(["甲规划", "乙规划", "丙规划"], Titles(source));
        Assert.Equal("ArticleBody: 没有结束的引号", source.Marked()[2]);
    }

    [Fact]
    public void A_field_that_nothing_closes_ends_with_its_line_where_rows_follow()
    {
        var source = ReadFiles.Of("a.csv", "title,body\n甲规划,\"没有结束的引号\n乙规划,正文\n丙规划,正文\n丁规划,正文\n").Only;
        Assert.Equal(["甲规划", "乙规划", "丙规划", "丁规划"], Titles(source));
    }

    [Fact]
    public void The_last_field_may_break_off()
    {
        var source = ReadFiles.Of("a.csv", "title,body\n甲规划,\"正文\n断在这里").Only;
        Assert.Equal("ArticleBody: 正文\n断在这里", source.Marked()[2]);
    }

    [Fact]
    public void Titles_alone_and_blank_lines_are_borne()
    {
        var source = ReadFiles.Of("a.csv", "甲市发布规划了,正文若干字若干字\n\n只有标题的一行,\n只有标题没有逗号\n乙市发布规划了,正文若干字若干字\n").Only;
        Assert.Equal(["甲市发布规划了", "只有标题的一行", "只有标题没有逗号", "乙市发布规划了"], Titles(source));
    }

    [Fact]
    public void A_stretch_ends_between_rows_and_marks_are_those_of_the_whole()
    {
        var rows = Enumerable.Range(100, 60).Select(number => $"第{number}号规划,\"正文,\n{new string('氢', number % 37)}\"\"完\"\"\"\n");
        var text = "title,body\n" + string.Concat(rows);
        var whole = ReadFiles.Of("a.csv", text).Only;
        var parts = ReadFiles.Of("a.csv", text, new SourceReaderOptions { StretchLength = 200 }).Texts;
        Assert.True(parts.Count > 10);
        Assert.Equal(whole.Marks, parts.SelectMany(part => part.Marks.Select(mark => mark with { Span = mark.Span.Shift(part.Offset) })));
    }

    [Fact]
    public void A_row_longer_than_a_stretch_goes_on_as_body_and_the_next_row_is_found()
    {
        var text = $"title,body\n甲规划,\"{string.Concat(Enumerable.Repeat("第一条 总则。\n", 40))}\"\n乙规划,\"正文\"\n";
        var parts = ReadFiles.Of("a.csv", text, new SourceReaderOptions { StretchLength = 100 }).Texts;
        Assert.Equal(["甲规划", "乙规划"], parts.SelectMany(Titles));
        Assert.All(parts.Skip(2).SkipLast(1), part => Assert.StartsWith("ArticleBody: 第一条", part.Marked()[1], StringComparison.Ordinal));
    }

    [Fact]
    public void Quotes_that_close_nothing_cost_no_more_than_their_length()
    {
        var text = string.Concat(Enumerable.Repeat(new string('氢', 310) + ",\"x\n", 10_000));
        var source = ReadFiles.Of("a.csv", text).Only;
        Assert.NotEmpty(source.Marks);
    }

    [Fact]
    public void The_dump_of_the_corpus_is_read_as_articles()
    {
        var dump = Repository.SeedFiles[0];
        var text = File.ReadAllText(dump);
        var source = ReadFiles.Of("a.csv", text).Only;
        var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length;
        Assert.InRange(source.Marks.Count(mark => mark.Kind == SourceMarkKind.Article), lines - 3, lines);
        Assert.InRange(source.Marks.Where(mark => mark.Kind == SourceMarkKind.ArticleTitle).Max(mark => mark.Span.Length), 10, 120);
    }

    private static string[] Titles(SourceText source) =>
        [.. source.Marks.Where(mark => mark.Kind == SourceMarkKind.ArticleTitle).Select(mark => mark.Span.Of(source.Text).ToString())];
}
