using System.Text.RegularExpressions;
using H2Ask.Core.Retrieval;
using H2Ask.Core.Retrieval.Findings;

namespace H2Ask.Core.Answering.Extractive;

/// <summary>How much of what was found belongs into an answer.</summary>
/// <param name="LeastShare">A further statement has at least this share of the best one's likelihood to answer.</param>
/// <param name="Most">No more sentences are chosen.</param>
/// <param name="TakesLists">Whether the other items of a list belong to one of them.</param>
/// <param name="LeastShareInSection">The same for what stands in the best one's section.</param>
internal sealed partial record AnswerBreadth(float LeastShare, int Most, bool TakesLists, float LeastShareInSection)
{
    private static readonly AnswerBreadth Narrow = new(0.1f, 5, TakesLists: false, LeastShareInSection: 0.06f);
    private static readonly AnswerBreadth Several = new(0.05f, 6, TakesLists: false, LeastShareInSection: 0.03f);
    private static readonly AnswerBreadth List = new(0.1f, 5, TakesLists: true, LeastShareInSection: 0.04f);
    private static readonly AnswerBreadth Overview = new(0.1f, 8, TakesLists: true, LeastShareInSection: 0.01f);

    /// <summary>One side of a comparison.</summary>
    public static AnswerBreadth Side { get; } = new(0.2f, 2, TakesLists: false, LeastShareInSection: 0.15f);

    /// <summary>How much a question wants to know.</summary>
    public static AnswerBreadth Of(string question, QuestionAnalysis analysis) =>
        Overviews().IsMatch(question) ? Overview : analysis.Wanted.HasFlag(WantedAnswer.List) || Lists().IsMatch(question) ? List : QuestionFocus.AsksSeveral(question) ? Several : Narrow;

    [GeneratedRegex("概括|总结|归纳|汇总|梳理|综述|分工|什么样子?[？?]?$|啥样|什么(?:水平|程度|思路)|介绍|概述|说说|讲讲|捋一|方方面面|哪些方面|哪几方面|总体|主要(?:内容|目标|任务|举措|措施|指标|思路|安排)|(?:什么|哪些|啥)(?:安排|举措|措施|支持|动作|办法|招|打算|要求|规定)")]
    private static partial Regex Overviews();

    [GeneratedRegex("条件|流程|步骤|材料|怎么(?:办|申请|申报|走|报)|如何(?:申请|申报|办理)|要求|什么样的|都叫什么|哪(?:[2-9]|1[0-9]|[二十])")]
    private static partial Regex Lists();
}
