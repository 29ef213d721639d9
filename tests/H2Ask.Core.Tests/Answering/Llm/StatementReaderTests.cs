using H2Ask.Core.Answering.Llm;

namespace H2Ask.Core.Tests.Answering.Llm;

public sealed class StatementReaderTests
{
    [Theory]
    [InlineData("甲。[1]乙。[2][3]", "甲。|1", "乙。|2,3")]
    [InlineData("甲[1]。乙[2]。", "甲。|1", "乙。|2")]
    [InlineData("甲【1】，乙 [2, 3]。 丙", "甲，乙。|1,2,3", "丙|")]
    [InlineData("- **甲**。 [1]\n2. 乙 [2]\n# 丙", "甲。|1", "乙|2", "丙|")]
    [InlineData("甲[注]。[1]乙[", "甲[注]。|1", "乙[|")]
    [InlineData("达到1.5亿元。[1]It is 3.5 MW. [2] Done.[3]", "达到1.5亿元。|1", "It is 3.5 MW.|2", "Done.|3")]
    [InlineData("“甲。”[1]乙！？[2]", "“甲。”|1", "乙！？|2")]
    [InlineData("<think>甲。[1]\n</think>\n\n乙。[2]", "乙。|2")]
    [InlineData("甲。[99999999][0][1]", "甲。|99999999,0,1")]
    [InlineData("甲\u202e\u0007乙。[1]", "甲乙。|1")]
    [InlineData("甲[[1]2]。乙。[3]", "甲。|1", "乙。|3")]
    [InlineData("[1][2]\n。\n \n")]
    [InlineData("")]
    public void Statements_and_their_marks_are_the_same_however_the_text_is_cut(string text, params string[] expected)
    {
        foreach (var letters in (int[])[1, 2, 3, 5, 1000])
        {
            var reader = new StatementReader();
            var statements = new List<DraftStatement>();
            foreach (var piece in text.Chunk(letters)) statements.AddRange(reader.Add(new string(piece)));
            statements.AddRange(reader.End(isComplete: true));

            Assert.Equal(expected, statements.Select(statement => $"{statement.Text}|{string.Join(',', statement.Cited)}"));
        }
    }

    [Fact]
    public void A_statement_is_given_once_what_follows_shows_that_it_is_whole()
    {
        var reader = new StatementReader();

        Assert.Empty(reader.Add("甲。"));
        Assert.Empty(reader.Add("[1"));
        Assert.Empty(reader.Add("]"));
        Assert.Equal([1, 2], Assert.Single(reader.Add("[2]乙")).Cited);
    }

    [Fact]
    public void What_was_broken_off_is_no_statement()
    {
        var reader = new StatementReader();

        Assert.Empty(reader.Add("甲。[1]"));
        Assert.Equal("甲。", Assert.Single(reader.Add("\n乙不")).Text);
        Assert.Empty(reader.End(isComplete: false));
    }

    [Fact]
    public void A_statement_without_end_is_forgotten()
    {
        var reader = new StatementReader();

        for (var i = 0; i < 1000; i++) Assert.Empty(reader.Add("一直写下去"));

        Assert.Equal("甲。", Assert.Single(reader.Add("\n甲。\n"), statement => statement.Text == "甲。").Text);
    }

    [Fact]
    public void A_statement_that_is_too_long_is_none_though_it_comes_at_once() =>
        Assert.Equal("甲。", Assert.Single(new StatementReader().Add(new string('乙', 1_000_000) + "。\n甲。\n")).Text);
}
