using H2Ask.Core.Text;

namespace H2Ask.Core.Tests.Text;

public sealed class TermReaderTests
{
    [Fact]
    public void Chinese_gives_each_character_and_each_pair()
    {
        var terms = Terms("加氢站");

        Assert.Equal(5, terms.Count);
        Assert.Equal([.. Terms("加氢"), .. Terms("氢站")[1..]], terms);
    }

    [Theory]
    [InlineData("１０００", "1000")]
    [InlineData("ＰＥＭ", "pem")]
    [InlineData("PEM", "pem")]
    [InlineData("2025", "2025.")]
    public void Widths_case_and_marks_do_not_matter(string one, string other) => Assert.Equal(Terms(one), Terms(other));

    [Theory]
    [InlineData("1.5", "15")]
    [InlineData("2020", "2021")]
    [InlineData("3", "3a")]
    [InlineData("加氢", "氢加")]
    public void Different_texts_give_different_terms(string one, string other) => Assert.NotEqual(Terms(one), Terms(other));

    [Fact]
    public void A_sentence_mark_parts_two_characters() => Assert.DoesNotContain(Terms("氢站")[1], Terms("氢。站"));

    private static List<ulong> Terms(string text)
    {
        var terms = new List<ulong>();
        var reader = new TermReader(text);
        while (reader.Read()) terms.Add(reader.Current);
        return terms;
    }
}
