using H2Ask.Core.Embedding.Tokenizing.Splitting;

namespace H2Ask.Core.Tests.Embedding.Tokenizing;

public sealed class RegularPatternTests
{
    [Theory]
    [InlineData(" {2,}", "a  b c   ", "1-3 6-9")]
    [InlineData("\\s+", " a\t\nb", "0-1 2-4")]
    [InlineData("\\d{1,3}", "12345", "0-3 3-5")]
    [InlineData("a?b?c", "abcac", "0-3 3-5")]
    [InlineData("aa?a", "aaaa", "0-3")]
    [InlineData("𠮷|[^a𠮷]", "a𠮷b", "1-3 3-4")]
    [InlineData(".?𠮷", "𠮷𠮷", "0-4")]
    [InlineData("[\\x41-\\u0043\\]-]+", "ABCD]-", "0-3 4-6")]
    [InlineData("\\p{Lu}|\\P{L}", "aB1", "1-2 2-3")]
    [InlineData("\\x{1F600}", "x😀", "1-3")]
    [InlineData("\\r?\\n", "a\r\n\n", "1-3 3-4")]
    [InlineData("a?a?a?a?a?a?a?a?b", "aaaaab", "0-6")]
    public void An_expression_finds_what_it_means(string expression, string text, string expected)
    {
        var pattern = RegularPatternParser.Parse(expression);
        var found = new List<string>();
        for (var at = 0; pattern.TryFind(text, at, out var start, out var end); at = end) found.Add($"{start}-{end}");
        Assert.Equal(expected, string.Join(' ', found));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a*")]
    [InlineData("a|")]
    [InlineData("a+b")]
    [InlineData("(a)")]
    [InlineData("^a")]
    [InlineData("a$")]
    [InlineData("a+?")]
    [InlineData("a{2,1}")]
    [InlineData("a{0}")]
    [InlineData("a{,2}")]
    [InlineData("a{100}")]
    [InlineData("{")]
    [InlineData("[")]
    [InlineData("[]")]
    [InlineData("[a")]
    [InlineData("[b-a]")]
    [InlineData("[a-")]
    [InlineData("[a[b]]")]
    [InlineData("[a&&b]")]
    [InlineData("\\")]
    [InlineData("\\b")]
    [InlineData("\\1")]
    [InlineData("\\x")]
    [InlineData("\\x{}")]
    [InlineData("\\x{110000}")]
    [InlineData("\\x{41")]
    [InlineData("\\ud800")]
    [InlineData("\\p")]
    [InlineData("\\p{")]
    [InlineData("\\p{Han}")]
    [InlineData("[a-\\d]")]
    [InlineData("a?a?a?a?a?a?a?a?a?b")]
    [InlineData("a{0,64}a{0,64}b")]
    public void Any_other_expression_is_refused(string expression) => Assert.Throws<FormatException>(() => RegularPatternParser.Parse(expression));
}
