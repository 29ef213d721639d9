using H2Ask.Core.Retrieval;

namespace H2Ask.Core.Tests.Retrieval;

public sealed class AskedClausesTests
{
    [Theory]
    [InlineData("温州修一条路最多花多少元？一年养护又花多少元？")]
    [InlineData("徐州造林，2021年要造多少亩？到2023年呢？")]
    public void Each_clause_that_asks_for_a_figure_is_asked_by_itself(string question)
    {
        var clauses = AskedClauses.Of(question);

        Assert.Equal(2, clauses?.Length);
        Assert.All(clauses!, clause => Assert.True(clause.IsClause));
    }

    [Theory]
    [InlineData("徐州要造林多少亩？")]
    [InlineData("徐州要造林多少亩？由谁负责？")]
    [InlineData("徐州种果树多少亩？其中苹果又是多少亩？")]
    [InlineData("徐州种果树多少亩？无锡种多少亩？苏州种多少亩？南京种多少亩？")]
    [InlineData("徐州种果树多少亩？是多少？")]
    public void One_that_asks_and_a_part_of_it_and_a_list_are_no_clauses(string question) => Assert.Null(AskedClauses.Of(question));

    [Theory]
    [InlineData("徐州造林，2021年要造多少亩？到2023年呢？", "2021年", "2023年")]
    [InlineData("徐州修一座桥最多花多少元？桥修好以后一年养护又花多少元？", null, null)]
    public void Clauses_are_called_by_what_each_alone_names(string question, params string?[] labels) => Assert.Equal(labels, AskedClauses.Of(question)?.Select(clause => clause.Label));

    [Theory]
    [InlineData("徐州造林多少亩？今年种了树，造林又是多少亩？", "今年种了树")]
    [InlineData("去年补多少元？今年又补多少元？", "今年又补多少元？")]
    [InlineData("盖水厂补贴最高多少？2025年以后呢？", "2025年以后")]
    [InlineData("盖水厂补贴最高多少？2025年以后呢？", "补贴最高多少")]
    [InlineData("昆明要建多少座水厂？云南全省又是多少？", "云南全省要建多少座水厂？")]
    public void A_later_clause_is_asked_with_what_it_leaves_to_the_first(string question, string words)
    {
        var asked = AskedClauses.Of(question)![1].Question;

        Assert.Contains(words, asked, StringComparison.Ordinal);
        Assert.True(char.IsLetterOrDigit(asked[0]));
    }

    [Fact]
    public void Phrases_that_are_told_apart_are_no_clauses() =>
        Assert.DoesNotContain(ComparedSides.Of("森林覆盖率，林业纲要给2020年定的和绿化规划给2025年定的各是多少？"), side => side.IsClause);
}
