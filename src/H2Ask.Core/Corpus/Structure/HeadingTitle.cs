using System.Buffers;
using H2Ask.Core.Corpus.Cleaning;
using H2Ask.Core.Text;

namespace H2Ask.Core.Corpus.Structure;

/// <summary>Finds the title of a heading, which in run-on text ends at a full stop, a colon, or nowhere.</summary>
internal static class HeadingTitle
{
    private const int LongestRunIn = 40;
    private const int LongestLine = 60;
    private const int LongestShown = 40;
    private const int LongestArticleTitle = 20;

    private static readonly SearchValues<char> Stops = SearchValues.Create("。；：！？;:.");

    /// <summary>Titles that official documents share; they end where they end, even where the text is glued to them.</summary>
    private static readonly string[] Usual =
    [
        "总则", "附则", "总体要求", "总体思路", "总体目标", "总体部署", "指导思想", "基本原则", "主要原则", "工作原则", "发展原则", "主要目标", "发展目标", "工作目标", "行动目标",
        "战略定位", "发展基础", "面临形势", "发展形势", "形势与要求", "现状与形势", "发展现状", "重点任务", "主要任务", "工作任务", "重点工作", "重点领域", "重点工程", "重大工程",
        "专项行动", "保障措施", "组织保障", "组织实施", "工作要求", "政策措施", "支持政策", "扶持政策", "实施步骤", "进度安排", "适用范围", "支持范围", "支持对象", "支持方向",
        "支持标准", "支持内容", "补贴标准", "奖励标准", "申报条件", "申报对象", "申报主体", "申报时间", "申报要求", "申报流程", "申报程序", "申报材料", "申报事项", "申请条件",
        "申请材料", "申请程序", "办理流程", "监督管理", "法律责任", "名词解释", "其他事项", "有关要求", "联系方式", "资金来源",
    ];

    /// <summary>Sets where the title ends and whether there is one, given where the heading's own text ends.</summary>
    /// <param name="text">The clean text.</param>
    /// <param name="heading">The heading.</param>
    /// <param name="end">Where its line ends or the next heading begins.</param>
    /// <param name="hasBody">Whether text or finer headings stand under it behind that place.</param>
    /// <param name="hasChildren">Whether finer numbers stand under it.</param>
    public static void Read(string text, Heading heading, int end, bool hasBody, bool hasChildren)
    {
        var start = heading.TextStart;
        var own = text.AsSpan(start, end - start);
        heading.TitleEnd = start;
        if (heading.Kind == NumberKind.Marked)
        {
            heading.TitleEnd = Math.Clamp(heading.MarkEnd, start, end);
            heading.IsSection = true;
            return;
        }

        if (heading.Kind == NumberKind.Named)
        {
            heading.IsSection = true;
            return;
        }

        var stop = StopIn(own);
        if (heading.Kind == NumberKind.Article) heading.TitleEnd = ArticleTitleEnd(heading, own, stop, hasBody);
        else if (stop < 0) heading.TitleEnd = own.Length <= LongestLine ? end : start;
        else if (IsRunIn(own, stop, hasBody)) heading.TitleEnd = start + stop;
        if (heading.Kind != NumberKind.Article && (heading.TitleEnd == start || stop >= 0)
            && UsualEnd(own, start) is var usual and > 0 && (heading.TitleEnd == start || usual < heading.TitleEnd))
        {
            heading.TitleEnd = usual;
        }

        heading.IsSection = heading.Kind <= NumberKind.Path || heading.Kind == NumberKind.Box || heading.MarkLevel > 0 || hasChildren
            || (heading.TitleEnd > start && (hasBody || heading.TitleEnd < end - 1));
    }

    /// <summary>Sets the number as written and the heading as it is shown.</summary>
    public static void Show(CleanText clean, Heading heading, int end)
    {
        var text = clean.Text;
        heading.Written = text[heading.Start..heading.TextStart];
        var titleEnd = heading.TitleEnd;
        if (titleEnd == heading.TextStart && heading.Kind is not (NumberKind.Article or NumberKind.Named))
        {
            // No title: the first clause stands for it.
            foreach (var clause in Sentences.Clauses(text.AsSpan(heading.TextStart, end - heading.TextStart)))
            {
                titleEnd = heading.TextStart + clause.End;
                break;
            }
        }

        var title = text.AsSpan(heading.TextStart, titleEnd - heading.TextStart).Trim(" ，,；;：:。.\n\t");
        var cut = title.Length > LongestShown;
        if (cut) title = title[..(char.IsHighSurrogate(title[LongestShown - 1]) ? LongestShown - 1 : LongestShown)];
        var parted = title.Length > 0 && heading.Kind is NumberKind.Part or NumberKind.Chapter or NumberKind.Section or NumberKind.Article or NumberKind.Path
            or NumberKind.Box or NumberKind.Annex;
        heading.Shown = string.Concat(heading.Written, parted && title.Length > 0 ? " " : "", title, cut ? "…" : "");
    }

    /// <summary>（一）支持基础共性技术研究。面向…: short, at most one comma, and more of the same item behind it.</summary>
    private static bool IsRunIn(ReadOnlySpan<char> own, int stop, bool hasBody)
    {
        if (stop > LongestRunIn || own[stop] is '；' or ';') return false;
        if (stop + 1 >= own.Length && !hasBody) return false;
        return own[..stop].Count('，') + own[..stop].Count(',') <= 1;
    }

    private static int StopIn(ReadOnlySpan<char> own)
    {
        for (var at = 0; at < own.Length; at++)
        {
            var step = own[at..].IndexOfAny(Stops);
            if (step < 0) return -1;
            at += step;
            // A half-width full stop stops only between Chinese words, a colon not in a web address.
            if (own[at] == ':' && at + 1 < own.Length && own[at + 1] == '/') continue;
            if (own[at] != '.' || (at > 0 && Characters.IsHan(own[at - 1]) && (at + 1 == own.Length || !char.IsAsciiDigit(own[at + 1])))) return at;
        }

        return -1;
    }

    private static int UsualEnd(ReadOnlySpan<char> own, int start)
    {
        foreach (var title in Usual)
        {
            if (own.StartsWith(title, StringComparison.Ordinal) && own.Length > title.Length && !"的和与及、".Contains(own[title.Length])) return start + title.Length;
        }

        return 0;
    }

    /// <summary>An article has a title only in brackets, 第一条【目的】, or alone on a line above its text.</summary>
    private static int ArticleTitleEnd(Heading heading, ReadOnlySpan<char> own, int stop, bool hasBody)
    {
        var start = heading.TextStart;
        if (own.Length >= 3 && own[0] is '【' or '（' or '(' or '[')
        {
            var close = own[..Math.Min(own.Length, LongestRunIn)].IndexOfAny("】）)]");
            return close < 2 ? start : start + close + 1;
        }

        return stop < 0 && hasBody && heading.OpensLine && own.Length <= LongestArticleTitle ? start + own.Length : start;
    }
}
