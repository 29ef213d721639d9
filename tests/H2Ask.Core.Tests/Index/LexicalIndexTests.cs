using H2Ask.Core.Index;

namespace H2Ask.Core.Tests.Index;

public sealed class LexicalIndexTests
{
    private static readonly string[] Texts = ["加氢站建设补贴五百万元", "光伏发电规划", "加氢站安全管理"];

    private readonly LexicalIndex _index = LexicalIndex.Build(Texts.Length, text => [Texts[text]]);

    [Fact]
    public void The_text_that_shares_most_terms_scores_highest()
    {
        var scores = Score("加氢站补贴");

        Assert.True(scores[0] > scores[2]);
        Assert.True(scores[2] > scores[1]);
    }

    [Fact]
    public void A_text_without_any_term_of_the_query_scores_nothing() => Assert.Equal(0, Score("加氢站")[1]);

    [Fact]
    public void Scores_of_an_earlier_query_do_not_linger()
    {
        var scores = Score("加氢站");
        _index.Score("光伏", scores);

        Assert.Equal([0, 0], [scores[0], scores[2]]);
    }

    [Fact]
    public void A_term_in_fewer_texts_weighs_more() => Assert.True(_index.Weight('光') > _index.Weight('加'));

    [Fact]
    public void An_index_of_nothing_can_be_searched() => LexicalIndex.Build(0, _ => []).Score("加氢站", []);

    private float[] Score(string query)
    {
        var scores = new float[Texts.Length];
        _index.Score(query, scores);
        return scores;
    }
}
