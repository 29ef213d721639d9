using H2Ask.Core.Retrieval;

namespace H2Ask.Core.Tests.Retrieval;

/// <summary>Without atomic groups, none of these would end in the life of who asks.</summary>
public sealed class QuestionWordsTests
{
    private const int Repeats = 80;

    [Theory]
    [InlineData("需要")]
    [InlineData("达到")]
    [InlineData("应该")]
    [InlineData("截止到")]
    [InlineData("最高可以")]
    public void A_word_that_repeats_asks_only_with_what_it_asks_for(string word)
    {
        var words = Repeat(word);

        Assert.Empty(QuestionWords.Asking().Matches(words + "x"));
        Assert.Empty(ComparedSides.Of(words + "x"));
        Assert.Equal(words + "x", FollowUp.Resolve(words + "x", [new Turn("user", "济南建加氢站补贴多少？"), new Turn("assistant", words)]));
    }

    [Theory]
    [InlineData("需要", "多少")]
    [InlineData("应该", "怎么办")]
    [InlineData("截止到", "什么时候")]
    public void What_repeats_before_a_question_word_is_one_with_it(string word, string asking) =>
        Assert.Equal(Repeat(word) + asking, QuestionWords.Asking().Match(Repeat(word) + asking).Value);

    [Fact]
    public void A_piece_ends_in_what_stands_at_its_end_alone()
    {
        Assert.Empty(QuestionWords.PieceEnd().Match(Repeat("又是多少") + "x").Value);
        Assert.Equal(Repeat("又是多少") + "呢？", QuestionWords.PieceEnd().Match(Repeat("又是多少") + "呢？").Value);
    }

    [Fact]
    public void Blanks_between_words_that_join_join_too()
    {
        Assert.DoesNotMatch(QuestionWords.Joint(), Repeat("和   ") + "x");
        Assert.Matches(QuestionWords.Joint(), " 和 " + Repeat("和   "));
    }

    private static string Repeat(string word) => string.Concat(Enumerable.Repeat(word, Repeats));
}
