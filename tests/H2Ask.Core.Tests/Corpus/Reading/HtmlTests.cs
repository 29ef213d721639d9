using System.Text;
using H2Ask.Core.Corpus.Reading;

namespace H2Ask.Core.Tests.Corpus.Reading;

public sealed class HtmlTests
{
    [Fact]
    public void Blocks_are_lines_and_headings_are_marked()
    {
        var source = ReadFiles.Of("a.html", "<html><body><h1>某市<b>氢能</b>规划</h1><p>&nbsp;&nbsp;第一段&amp;<br>第二行</p>\n<div>第三\n  段<span> x </span>y</div><h2> 一、目标 </h2></body></html>").Only;
        Assert.Equal("某市氢能规划\n第一段&\n第二行\n第三段 x y\n一、目标\n", source.Text);
        Assert.Equal(["Heading1: 某市氢能规划", "Heading2: 一、目标"], source.Marked());
    }

    [Fact]
    public void What_is_no_text_of_the_page_is_left_out()
    {
        var source = ReadFiles.Of("a.htm", """
            <style>p { color: red }</style><script>if (a < b) document.write("<p>脚本</p>")</script>
            <nav><a>首页</a></nav><p>正文</p><div hidden>藏</div><div style="display: none"><div>藏</div>藏</div><!-- 注释 --><footer>页脚</footer><p>完</p>
            """).Only;
        Assert.Equal("正文\n完\n", source.Text);
    }

    [Fact]
    public void A_title_without_end_names_the_page_by_its_beginning()
    {
        var lines = string.Concat(Enumerable.Range(0, 500).Select(line => $"<p>第{line}行正文</p>"));
        var source = ReadFiles.Of("a.html", $"<title>{string.Concat(Enumerable.Repeat("氢能规划 ", 5000))}</title>{lines}").Only;
        Assert.InRange(source.Marks[0].Span.Length, 100, 300);
    }

    [Fact]
    public void An_element_that_is_never_closed_does_not_take_the_page_with_it()
    {
        Assert.Equal("首页\n正文\n", ReadFiles.Of("a.html", "<nav>首页<p>正文</p>").Only.Text);
    }

    [Fact]
    public void Table_rows_are_lines_with_tabs_between_their_cells()
    {
        var source = ReadFiles.Of("a.html", "<p>表</p><table><tr><th>指标</th><th>2025年</th></tr>\n<tr><td><p>加氢站</p><p>（座）</p></td> <td> 50 </td></tr><tr><td>空</td><td></td></tr></table><p>后</p>").Only;
        Assert.Equal("表\n指标\t2025年\n加氢站 （座）\t50\n空\t\n后\n", source.Text);
        Assert.Equal(["TableHead: 指标\t2025年", "TableRow: 加氢站 （座）\t50", "TableRow: 空\t"], source.Marked());
    }

    [Fact]
    public void Cells_stay_under_their_columns_where_cells_span_several()
    {
        var source = ReadFiles.Of("a.html", "<table><tr><td rowspan=2>类别</td><td colspan=2>数量</td></tr><tr><td>一</td><td>二</td></tr></table>").Only;
        Assert.Equal("类别\t数量\t\n\t一\t二\n", source.Text);
    }

    [Fact]
    public void A_table_that_lays_out_a_page_is_lines()
    {
        var source = ReadFiles.Of("a.html", "<table><tr><td><h1>标题</h1><p>第一段</p><table><tr><td>甲</td><td>乙</td></tr></table><p>第二段</p></td><td>旁栏</td></tr></table>").Only;
        Assert.Equal("标题\n第一段\n甲\t乙\n第二段\n旁栏\n", source.Text);
        Assert.Equal(["Heading1: 标题", "TableRow: 甲\t乙"], source.Marked());
    }

    [Fact]
    public void The_title_of_the_page_is_given_where_the_body_does_not_give_it()
    {
        var source = ReadFiles.Of("a.html", "<title>某市氢能规划_市政府</title><table><tr><td>一</td><td>二</td></tr></table>").Only;
        Assert.Equal(["Heading1: 某市氢能规划_市政府", "TableRow: 一\t二"], source.Marked());
        Assert.Equal("某市氢能规划\n正文\n", ReadFiles.Of("a.html", "<title>某市氢能规划_市政府</title><p>某市氢能规划</p><p>正文</p>").Only.Text);
    }

    [Fact]
    public void Preformatted_text_keeps_its_lines()
    {
        Assert.Equal("一\n二  三\n四\n", ReadFiles.Of("a.html", "<pre>一\n二  三</pre>四").Only.Text);
    }

    [Fact]
    public void A_page_in_GBK_is_decoded()
    {
        var gbk = CodePagesEncodingProvider.Instance.GetEncoding(936)!;
        var page = gbk.GetBytes($"<html><head><meta charset=gb2312></head><body>{new string(' ', 70_000)}<p>加氢站管理办法</p></body></html>");
        Assert.Equal("加氢站管理办法\n", ReadFiles.Of("a.html", page).Only.Text);
    }

    [Fact]
    public void A_page_without_text_is_skipped_with_a_reason()
    {
        Assert.Equal("The file holds no text.", ReadFiles.Of("a.html", "<script>x()</script>").Reason);
    }

    [Theory]
    [InlineData("<div>")]
    [InlineData("<table><tr><td>")]
    [InlineData("<b><p>")]
    [InlineData("<h1>")]
    [InlineData("<nav>")]
    public void Elements_without_end_are_borne(string piece)
    {
        var page = string.Concat(Enumerable.Repeat(piece, 50_000)) + "正文";
        Assert.Equal("正文", ReadFiles.Of("a.html", page).Only.Text.Trim());
    }

    [Fact]
    public void A_page_over_the_limit_is_skipped_with_a_reason()
    {
        var read = ReadFiles.Of("a.html", new string('a', 2000), new SourceReaderOptions { MaximumDocumentBytes = 1000 });
        Assert.Equal("It is larger than the 1000 bytes that a file of its kind may be.", read.Reason);
    }
}
