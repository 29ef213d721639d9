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

    [Theory]
    [InlineData(0.4f, 0.1f, 0.3f, "企业先到窗口登记备案。再由主管部门组织验收。然后方可对外加注氢气。", "企业先到窗口登记备案。")]
    [InlineData(0.4f, 0.001f, 0.3f, "企业先到窗口登记备案。再由主管部门组织验收。然后方可对外加注氢气。", "企业先到窗口登记备案。")]
    [InlineData(0.4f, 0.1f, 0.001f, "企业先到窗口登记备案。再由主管部门组织验收。", "企业先到窗口登记备案。")]
    [InlineData(0.4f, 0.001f, 0.001f, "企业先到窗口登记备案。", null)]
    [InlineData(0.9f, 0.05f, 0.05f, "企业先到窗口登记备案。", null)]
    public void Where_no_sentence_stands_out_the_likely_ones_beside_it_are_stated_with_it(float first, float second, float third, string text, string? key)
    {
        var run = Assert.Single(Choose("企业先到窗口登记备案。再由主管部门组织验收。然后方可对外加注氢气。", AnswerBreadth.Side with { Most = 1 }, first, second, third));

        Assert.Equal((text, key), (run.Text, run.Key));
    }

    [Fact]
    public void A_name_alone_is_stated_with_what_follows()
    {
        var run = Assert.Single(Choose("滨河书城。二楼设有阅览室。三楼设有展览馆。", AnswerBreadth.Side with { Most = 1 }, 0.9f, 0.005f, 0.005f));

        Assert.Equal(("滨河书城。二楼设有阅览室。", "滨河书城。"), (run.Text, run.Key));
    }

    [Theory]
    [InlineData("每家书店一次性给予补助3万元。其中，社区书店补助5万元。书店应当常年营业。", "每家书店一次性给予补助3万元。其中，社区书店补助5万元。")]
    [InlineData("书店应当常年营业。但检修期间除外。逾期不改的，收回补助。每季检查一次。", "书店应当常年营业。但检修期间除外。逾期不改的，收回补助。")]
    [InlineData("对不合格的要求整改一年。整改期结束后，仍不合格的，取消资格。每季检查一次。", "对不合格的要求整改一年。整改期结束后，仍不合格的，取消资格。")]
    [InlineData("每家书店一次性给予补助3万元。\n其中，社区书店补助5万元。", "每家书店一次性给予补助3万元。")]
    [InlineData("每家书店一次性给予补助3万元。书店应当常年营业。", "每家书店一次性给予补助3万元。")]
    public void What_goes_on_from_a_sure_sentence_in_its_line_is_stated_with_it(string text, string stated)
    {
        var shares = new float[text.Split('。').Length - 1];
        shares[0] = 0.95f;

        Assert.Equal(stated, Assert.Single(Choose(text, AnswerBreadth.Side with { Most = 1 }, shares)).Text);
    }

    [Theory]
    [InlineData("获奖有什么好处？", "获奖的书店给予证书和奖牌；优秀的书店优先参加书展；并且给予奖金5000元。")]
    [InlineData("获奖的给多少元？", "获奖的书店给予证书和奖牌；")]
    public void What_ends_with_a_semicolon_is_stated_to_the_end_of_its_sentence_unless_one_figure_is_asked_for(string question, string stated)
    {
        const string Text = "获奖的书店给予证书和奖牌；优秀的书店优先参加书展；并且给予奖金5000元。书店应当常年营业。";

        Assert.Equal(stated, Assert.Single(Ask(question, Text, AnswerBreadth.Side with { Most = 1 }, 0.95f, 0.001f, 0.001f, 0)).Text);
    }

    [Theory]
    [InlineData("补助归哪个部门发？", "每家书店一次性给予补助3万元；鼓励社区书店申报（市文旅局、市财政局）。")]
    [InlineData("补助发多少？", "每家书店一次性给予补助3万元；")]
    public void Where_it_is_asked_who_the_note_behind_is_stated_too(string question, string stated)
    {
        const string Text = "每家书店一次性给予补助3万元；鼓励社区书店申报（市文旅局、市财政局）。书店应当常年营业。";

        Assert.Equal(stated, Assert.Single(Ask(question, Text, AnswerBreadth.Side with { Most = 1 }, 0.95f, 0.01f, 0)).Text);
    }

    [Fact]
    public void Two_lists_that_follow_each_other_are_stated_apart()
    {
        const string lists = "应当停止运行的情形如下：\n（一）发生氢气泄漏报警；\n（二）遇到雷雨恶劣天气。\n应当建立的台账如下：\n（一）设备检修保养台账；\n（二）人员教育培训台账。";

        var runs = Choose(lists, AnswerBreadth.Side with { LeastShare = 0.1f, LeastShareInSection = 0.1f }, 0.2f, 0, 0, 0.5f, 0, 0);

        Assert.Equal(["应当建立的台账如下：\n（一）设备检修保养台账；\n（二）人员教育培训台账。", "应当停止运行的情形如下：\n（一）发生氢气泄漏报警；\n（二）遇到雷雨恶劣天气。"], runs.Select(run => run.Text));
    }

    [Fact]
    public void Lines_of_a_name_each_are_one_list_where_lists_are_asked_for()
    {
        const string names = "下列书店参加试点：\n听雨书屋\n望江书店\n桥北书坊\n试点自发布之日起开始。";

        var whole = Assert.Single(Choose(names, AnswerBreadth.Of("哪些书店参加？", QuestionAnalysis.Of("哪些书店参加？")) with { Most = 1 }, 0, 0, 0.9f, 0, 0));
        var alone = Assert.Single(Choose(names, AnswerBreadth.Side with { Most = 1 }, 0, 0, 0.9f, 0, 0));

        Assert.Equal("下列书店参加试点：\n听雨书屋\n望江书店\n桥北书坊", whole.Text);
        Assert.StartsWith("望江书店", alone.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Rows_that_are_searched_in_another_order_than_they_are_written_are_quoted_as_written()
    {
        var passage = new Passage { Id = "p", DocumentId = "d", Start = 0, End = Text.Length, Text = Text, SearchText = "名称：乙站；进度：停用两年\n名称：甲站；进度：投产一年" };
        var hit = Hit(passage);
        var findings = new List<Finding>();
        FindingReader.Read(0, passage, findings);
        var found = new FoundAnswers("各站的进度怎么样？", [hit], [.. findings.Select(finding => new ScoredFinding(finding, hit, 1, 0.5f))], 1, IsNearMiss: false);

        var run = Assert.Single(RunChoice.Choose(found, AnswerBreadth.Side, trimming: null));

        Assert.True(findings[0].Place.Start > findings[1].Place.Start);
        Assert.Equal(new TextSpan(0, Text.Length), run.Place);
    }

    private static SearchHit Hit(Passage passage) =>
        new(passage, new IndexedDocument(0, new PolicyDocument { Id = "d", File = "d.txt", Start = 0, End = passage.End, Title = "加氢站进度" }, 0, 1), 1);

    /// <summary>The runs of a passage whose sentences have those shares of the likelihood to answer.</summary>
    private static List<Run> Choose(string text, AnswerBreadth breadth, params float[] shares) => Ask("怎么办？", text, breadth, shares);

    private static List<Run> Ask(string question, string text, AnswerBreadth breadth, params float[] shares)
    {
        var hit = Hit(new Passage { Id = "p", DocumentId = "d", Start = 0, End = text.Length, Text = text, SearchText = text });
        var findings = new List<Finding>();
        FindingReader.Read(0, hit.Passage, findings);
        Assert.Equal(shares.Length, findings.Count);
        var scored = findings.Zip(shares, (finding, share) => new ScoredFinding(finding, hit, share, share)).OrderByDescending(finding => finding.Share);
        return RunChoice.Choose(new FoundAnswers(question, [hit], [.. scored], 1, IsNearMiss: false), breadth, trimming: null);
    }
}
