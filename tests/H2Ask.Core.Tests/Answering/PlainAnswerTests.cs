using H2Ask.Core.Answering;

namespace H2Ask.Core.Tests.Answering;

public sealed class PlainAnswerTests
{
    private const string Statements = "最高不超过500万元。 [1]\n可以申请补贴。 [2]";

    [Theory]
    [InlineData("\n\n来源：\n[1] 《甲办法》（甲发〔2024〕1号）\n[2] 《乙办法》 第一章 / 第二条")]
    [InlineData("\n\nSources:\n[1] 《甲办法》 (2024)\n")]
    public void The_list_of_sources_is_left_out_of_what_was_said(string sources) => Assert.Equal(Statements, PlainAnswer.WithoutSources(Statements + sources));

    [Theory]
    [InlineData(Statements)]
    [InlineData("来源：\n[1] 在开头")]
    [InlineData("回答\n\n来源：\n[1] 《甲》\n后面还有话")]
    public void What_is_no_list_of_sources_stays(string text) => Assert.Equal(text, PlainAnswer.WithoutSources(text));

    [Fact]
    public void A_list_of_a_million_blanks_is_read_once()
    {
        // Read once for each blank, it would keep a processor busy for minutes.
        var text = $"回答\n\nSources:\n[1] {new string(' ', 1_000_000)}\n\n后面还有话";

        Assert.Equal(text, PlainAnswer.WithoutSources(text));
    }
}
