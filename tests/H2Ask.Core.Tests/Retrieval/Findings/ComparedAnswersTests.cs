using H2Ask.Core.Corpus;
using H2Ask.Core.Index;
using H2Ask.Core.Retrieval;
using H2Ask.Core.Retrieval.Findings;

namespace H2Ask.Core.Tests.Retrieval.Findings;

public sealed class ComparedAnswersTests
{
    [Theory]
    [InlineData("2020年", "到2015年种树三万亩。到2020年种树五万亩。", "到2020年种树五万亩。", 0.9f, 0.1f)]
    [InlineData("2020年", "到2015年，封山育林。种树三万亩。到2020年，退耕还林。种树五万亩。", "种树五万亩。", 0f, 0.9f, 0f, 0.5f)]
    [InlineData("2020年", "到2015年种树三万亩。到2020年种树五万亩。", "到2015年种树三万亩。", 0.9f, 0.001f)]
    [InlineData("2025年", "到2015年种树三万亩。到2020年种树五万亩。", "到2015年种树三万亩。", 0.9f, 0.1f)]
    public void A_side_is_not_given_what_speaks_of_another_while_something_speaks_of_it(string label, string text, string best, params float[] shares)
    {
        var found = Found(text, shares);
        var dealt = new ComparedAnswers(found, [("2015年", found), (label, found)], found.Hits).Dealt();

        Assert.Equal(best, dealt[1].Found.Findings[0].Finding.Words);
        Assert.Equal(found.Findings.Count, dealt[1].Found.Findings.Count);
    }

    [Fact]
    public void What_speaks_of_another_side_is_not_stated_beside_what_speaks_of_this_one()
    {
        var found = Found("到2015年种树三万亩。到2020年种树五万亩。", 0.9f, 0.1f);

        var findings = new ComparedAnswers(found, [("2015年", found), ("2020年", found)], found.Hits).Dealt()[1].Found.Findings;

        Assert.Equal([0.9f, 0f], findings.Select(finding => finding.Share));
    }

    [Theory]
    [InlineData("上海", "上海补贴五百万元。深圳补贴三百万元。", 0.6f, 0f, 0.6f, 0.4f)]
    [InlineData("深圳", "上海补贴五百万元。深圳补贴三百万元。", 0.6f, 0f, 0.6f, 0.4f)]
    [InlineData("上海", "上海补贴五百万元。深圳补贴三百万元。分三年给。", 0.6f, 0f, 0f, 0.6f, 0.3f, 0.1f)]
    [InlineData("上海", "上海补贴五百万元。深圳补贴三百万元。上海分三年给。", 0.6f, 0.1f, 0f, 0.6f, 0.3f, 0.1f)]
    public void What_speaks_of_another_side_is_neither_stated_nor_stepped_over(string label, string text, float first, float second, params float[] more)
    {
        float[] left = [first, second, .. more[..(more.Length - Sentences(text))]];
        var found = Found(text, more[^Sentences(text)..]);

        var dealt = new ComparedAnswers(found, [("上海", found), ("深圳", found)], found.Hits).Dealt();

        Assert.Equal(left, dealt.Single(side => side.Label == label).Found.Findings.Select(finding => finding.Share));
    }

    [Theory]
    [InlineData("今年", "企业至今没有申请。")]
    [InlineData("年底", "企业至今没有申请。")]
    [InlineData("2年", "种树2万亩。")]
    public void A_name_of_one_letter_or_none_names_nothing(string label, string text)
    {
        var found = Found(text + "去年补贴五百万元。", 0.6f, 0.4f);
        var answers = new ComparedAnswers(found, [(label, found), ("去年", found)], found.Hits);

        Assert.Null(answers.OfWhole(label));
        Assert.All(answers.Dealt(), side => Assert.Same(found, side.Found));
    }

    [Theory]
    [InlineData("绿道", "绿道修了三百公里。")]
    [InlineData("河滨水库堤坝", "河滨水库的堤坝修了九公里。")]
    [InlineData("机场", null)]
    [InlineData("“十四五”", null)]
    [InlineData(null, "河滨水库的堤坝修了九公里。")]
    public void The_whole_question_answers_a_side_that_a_sentence_names(string? label, string? sentence)
    {
        var found = Found("河滨水库的堤坝修了九公里。绿道修了三百公里。", 0.9f, 0.1f);

        Assert.Equal(sentence, new ComparedAnswers(found, [(label, found)], found.Hits).OfWhole(label)?.Findings[0].Finding.Words);
    }

    private static int Sentences(string text) => text.Count(letter => letter == '。');

    /// <summary>A passage whose sentences have those shares of the likelihood to answer.</summary>
    private static FoundAnswers Found(string text, params float[] shares)
    {
        var passage = new Passage { Id = "p", DocumentId = "d", Start = 0, End = text.Length, Text = text, SearchText = text };
        var hit = new SearchHit(passage, new IndexedDocument(0, new PolicyDocument { Id = "d", File = "d.txt", Start = 0, End = text.Length, Title = "绿化简讯" }, 0, 1), 1);
        var findings = new List<Finding>();
        FindingReader.Read(0, passage, findings);
        Assert.Equal(shares.Length, findings.Count);
        var scored = findings.Zip(shares, (finding, share) => new ScoredFinding(finding, hit, share, share)).OrderByDescending(finding => finding.Share);
        return new FoundAnswers("种树多少？", [hit], [.. scored], 1, IsNearMiss: false);
    }
}
