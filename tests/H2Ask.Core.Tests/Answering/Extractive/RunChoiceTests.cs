using H2Ask.Core.Answering.Extractive;
using H2Ask.Core.Corpus;
using H2Ask.Core.Index;
using H2Ask.Core.Retrieval;
using H2Ask.Core.Retrieval.Findings;
using H2Ask.Core.Text;

namespace H2Ask.Core.Tests.Answering.Extractive;

public sealed class RunChoiceTests
{
    private const string Text = "甲站\t投产一年\n乙站\t停用两年";

    [Fact]
    public void Rows_that_are_searched_in_another_order_than_they_are_written_are_quoted_as_written()
    {
        var passage = new Passage { Id = "p", DocumentId = "d", Start = 0, End = Text.Length, Text = Text, SearchText = "名称：乙站；进度：停用两年\n名称：甲站；进度：投产一年" };
        var hit = new SearchHit(passage, new IndexedDocument(0, new PolicyDocument { Id = "d", File = "d.txt", Start = 0, End = Text.Length, Title = "加氢站进度" }, 0, 1), 1);
        var findings = new List<Finding>();
        FindingReader.Read(0, passage, findings);
        var found = new FoundAnswers("各站的进度怎么样？", [hit], [.. findings.Select(finding => new ScoredFinding(finding, hit, 1, 0.5f))], 1, IsAnswer: true);

        var run = Assert.Single(RunChoice.Choose(found, AnswerBreadth.Side, trimming: null));

        Assert.True(findings[0].Place.Start > findings[1].Place.Start);
        Assert.Equal(new TextSpan(0, Text.Length), run.Place);
    }
}
