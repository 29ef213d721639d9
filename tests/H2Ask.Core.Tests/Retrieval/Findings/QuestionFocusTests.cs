using FsCheck;
using FsCheck.Fluent;
using H2Ask.Core.Retrieval.Findings;

namespace H2Ask.Core.Tests.Retrieval.Findings;

public sealed class QuestionFocusTests
{
    [Theory]
    [InlineData("滨江的步道，修好以后谁来维护？", "修好以后谁来维护")]
    [InlineData("民宿搞消防，谁来查，多久查一次？", "谁来查，多久查一次")]
    [InlineData("新馆 什么时候开", "什么时候开")]
    [InlineData("请问\n新馆谁管\n谢谢", "新馆谁管")]
    [InlineData("养老床位补贴标准", "养老床位补贴标准")]
    [InlineData("", "")]
    public void The_clauses_that_ask_are_told_from_those_that_say_where_to_look(string question, string clauses) => Assert.Equal(clauses, QuestionFocus.ClausesOf(question));

    [Theory]
    [InlineData("滨海市图书馆新馆工程第二期预算一共是多少万元？", "期预算一共是多少万元")]
    [InlineData("新馆附近要开通哪几条重要的公共线路和什么站点？", "馆附近要开通哪几条重要的公共线路和什么站点")]
    [InlineData("很多大型场馆都参与的读书活动今年一共补贴多少钱", "今年一共补贴多少钱")]
    [InlineData("养老床位补贴标准", "养老床位补贴标准")]
    public void What_stands_beside_the_word_that_asks_is_taken(string question, string words) => Assert.Equal(words, QuestionFocus.WordsOf(question));

    [Theory]
    [InlineData("民宿搞消防，谁来查，多久查一次？", true)]
    [InlineData("新馆能进吗？要不要票？", true)]
    [InlineData("滨江的步道，修好以后谁来维护？", false)]
    [InlineData("养老床位补贴标准", false)]
    public void A_question_may_ask_for_several_things(string question, bool several) => Assert.Equal(several, QuestionFocus.AsksSeveral(question));

    [Fact]
    public void No_letter_is_cut_in_half() => Assert.False(char.IsLowSurrogate(QuestionFocus.WordsOf("😀😀😀😀是多少")[0]));

    [Fact]
    public void No_question_is_too_odd() => Prop.ForAll<string?>(text =>
        QuestionFocus.ClausesOf(text ?? "").Length <= (text ?? "").Length && QuestionFocus.WordsOf($"{text}多少{text}").Length > 0).QuickCheckThrowOnFailure();
}
