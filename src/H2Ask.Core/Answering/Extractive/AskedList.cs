using System.Text.RegularExpressions;
using H2Ask.Core.Retrieval.Findings;
using H2Ask.Core.Text;

namespace H2Ask.Core.Answering.Extractive;

/// <summary>A question for a list, and the findings that were chosen for it.</summary>
/// <param name="Question">The question.</param>
/// <param name="Chosen">The findings, the best first.</param>
internal sealed partial record AskedList(string Question, IReadOnlyList<ScoredFinding> Chosen)
{
    /// <summary>A heading says at its end what its list is of.</summary>
    private const int Tail = 8;

    /// <summary>An item that is no longer is a heading.</summary>
    private const int LongestHead = 20;

    /// <summary>Words that are taken for each other where lists are asked for and headed.</summary>
    private static readonly Regex[] Kinds =
    [
        Conditions(), Cases(), Papers(), Tasks(), Measures(), Principles(), Aims(), Works(), Steps(), Contents(), Problems(), Chances(), Fields(), Duties(), Results(), Trials(), Relations(), Layout(),
    ];

    /// <summary>What the question asks for; the rest says where: 行动计划里写了哪些奖项.</summary>
    private string Focus { get; } = QuestionFocus.WordsOf(Question);

    /// <summary>How many things the question says there are; null where it doesn't say.</summary>
    private int? Counted { get; } = Announcement.CountIn(Question);

    /// <summary>Whether a list is of what the question asks for, by the words that open it or the heading that it stands under.</summary>
    public bool IsFor(IReadOnlyList<ListLine> lines, FoundList list, int at)
    {
        if (!Has(list)) return false;
        var first = lines[list.Items[0]];
        var lead = list.Lead is { } line ? lines[line].Words : string.Empty;
        var title = first.Hit.Document.Document.Title;
        return (IsNamedBy(lead, title) || IsNamedBy(HeadingOf(first), title)) && !IsHeadedByItem(lines, list, at);
    }

    /// <summary>How many pairs of letters the question shares with the item that a line stands in, but neither with what stands above the list nor with the other items.</summary>
    public int CountOwn(IReadOnlyList<ListLine> lines, FoundList list, int at)
    {
        var item = list.ItemOf(at);
        if (item < 0) return 0;
        var document = lines[at].Hit.Document.Document;
        var frame = string.Join('\n', [document.Title, .. document.Region, HeadingOf(lines[list.Items[0]]), .. lines[list.Items[0]].Hit.Passage.Section.SkipLast(1), list.Lead is { } lead ? lines[lead].Words : string.Empty]);
        var items = Enumerable.Range(0, list.Items.Count).Select(i => string.Concat(Enumerable.Range(list.Items[i], list.EndOf(i) - list.Items[i]).Select(line => lines[line].Words))).ToArray();
        return PairsOf(Question).Count(pair => !frame.Contains(pair, StringComparison.Ordinal) && items[item].Contains(pair, StringComparison.Ordinal) && 2 * items.Count(words => words.Contains(pair, StringComparison.Ordinal)) <= items.Length);
    }

    private static IEnumerable<string> PairsOf(string question) =>
        Enumerable.Range(0, Math.Max(0, question.Length - 1)).Select(at => question.Substring(at, 2)).Where(pair => Characters.IsHan(pair[0]) && Characters.IsHan(pair[1]) && !Common().IsMatch(pair)).Distinct();

    /// <summary>Whether findings were chosen from several of its items.</summary>
    public bool IsSpreadOver(IReadOnlyList<ListLine> lines, FoundList list) =>
        Has(list) && (list.Lead is not null || lines[list.Items[0]].Mark is not { Rank: 1 }) && Chosen.Select(finding => list.ItemOf(LineOf(lines, finding))).Where(item => item >= 0).Distinct().Count() > 1;

    /// <summary>Whether a list may have as many items as the question says.</summary>
    private bool Has(FoundList list) => Counted is not { } count || count == list.Items.Count || (list.IsOpen && list.Items.Count < count);

    /// <summary>The line that a finding stands in; -1 where it stands in none of them.</summary>
    public static int LineOf(IReadOnlyList<ListLine> lines, ScoredFinding finding)
    {
        var found = -1;
        for (var i = 0; i < lines.Count; i++)
        {
            if (lines[i].Hit.Passage.Id == finding.Hit.Passage.Id && lines[i].Finding.Place.Start <= finding.Finding.Place.Start) found = i;
        }

        return found;
    }

    /// <summary>Of 一、指导思想、基本原则和目标 the item 基本原则 alone is asked for: what it is called is in the question, unlike most of the others.</summary>
    private bool IsHeadedByItem(IReadOnlyList<ListLine> lines, FoundList list, int at)
    {
        var item = list.ItemOf(at);
        return item >= 0 && IsHead(list.Items[item]) && 2 * list.Items.Count(IsHead) <= list.Items.Count;

        bool IsHead(int line) => lines[line].Words.Length <= LongestHead && IsNamedBy(lines[line].Words, lines[line].Hit.Document.Document.Title);
    }

    private static string HeadingOf(ListLine first)
    {
        var section = first.Hit.Passage.Section;
        if (section.Count == 0) return string.Empty;
        var isItem = first.Words.StartsWith(section[^1][..Math.Min(section[^1].Length, 6)], StringComparison.Ordinal);
        return !isItem ? section[^1] : section.Count > 1 ? section[^2] : string.Empty;
    }

    /// <summary>Whether a heading says what the question asks for; not by what the document itself is called.</summary>
    private bool IsNamedBy(string heading, string title)
    {
        if (Announcement.Of(heading) is var (_, name) && Question.Contains(name[^2..], StringComparison.Ordinal)) return true;
        var tail = heading[Math.Max(0, heading.Length - Tail)..];
        return Array.Exists(Kinds, kind => kind.IsMatch(tail) && kind.Matches(Focus).Any(word => !title.Contains(word.Value, StringComparison.Ordinal)));
    }

    [GeneratedRegex("主要|重点|建设|发展|推进|推动|支持|产业|企业|项目|技术|工作|加快|方面|应用|实施|提升|创新|规划")]
    private static partial Regex Common();

    [GeneratedRegex("条件|要求|资格")]
    private static partial Regex Conditions();

    [GeneratedRegex("情形|情况")]
    private static partial Regex Cases();

    [GeneratedRegex("材料|资料")]
    private static partial Regex Papers();

    [GeneratedRegex("任务|重点工作|工作重点")]
    private static partial Regex Tasks();

    [GeneratedRegex("措施|举措|保障")]
    private static partial Regex Measures();

    [GeneratedRegex("原则")]
    private static partial Regex Principles();

    [GeneratedRegex("目标|定位")]
    private static partial Regex Aims();

    [GeneratedRegex("工程|行动|项目|计划")]
    private static partial Regex Works();

    [GeneratedRegex("步骤|流程|程序|[几哪]步")]
    private static partial Regex Steps();

    [GeneratedRegex("内容|制度")]
    private static partial Regex Contents();

    [GeneratedRegex("问题|短板|困难|挑战|制约|难题|不足|瓶颈")]
    private static partial Regex Problems();

    [GeneratedRegex("机遇|形势|优势")]
    private static partial Regex Chances();

    [GeneratedRegex("领域|方向")]
    private static partial Regex Fields();

    [GeneratedRegex("职责|分工|部门")]
    private static partial Regex Duties();

    [GeneratedRegex("成绩|成就|成效|基础|进展")]
    private static partial Regex Results();

    [GeneratedRegex("示范|试点")]
    private static partial Regex Trials();

    [GeneratedRegex("关系")]
    private static partial Regex Relations();

    [GeneratedRegex("布局|格局")]
    private static partial Regex Layout();
}
