using System.Collections.Frozen;
using H2Ask.Core.Text;

namespace H2Ask.Core.Corpus.Splitting;

/// <summary>The form of a document's title: a phrase without sentence marks that ends with the name of a kind of document.</summary>
internal static class TitleForm
{
    private const int Longest = 130;
    private const int Shortest = 6;
    private const string Law = "中华人民共和国";

    private static readonly FrozenDictionary<char, string[]> Kinds = new[]
    {
        "规划", "计划", "方案", "意见", "办法", "规定", "细则", "措施", "政策", "条例", "通知", "公告", "通告", "公示", "决定", "决议", "纲要", "指南", "规范",
        "规则", "标准", "要点", "建议", "机制", "目录", "清单", "名单", "批复", "报告", "白皮书", "指引", "导则", "准则", "制度", "预案", "解读", "章程", "指示", "的解释", "的安排", "修正案", "规程", "守则",
    }.GroupBy(kind => kind[^1]).ToFrozenDictionary(kinds => kinds.Key, kinds => kinds.ToArray());

    private static readonly string[] ReporterWords = ["近日", "日前", "记者", "获悉", "据悉", "了解", "发布会", "如下", "以下", "了", "其中", "将"];

    private static readonly string[] NoTitleStarts =
    [
        "根据", "按照", "依据", "为", "此次", "本次", "该", "据", "在", "从", "对", "由", "经", "按", "本", "这", "其", "责任", "附件", "附表", "表", "图", "专栏", "注", "来源", "的",
        "随着", "例如", "一是", "二是", "三是", "四是", "五是", "会同", "通过", "以", "使", "让", "并", "与", "和", "到", "至",
    ];

    // Places whose names begin like a sentence.
    private static readonly string[] Places = ["本溪", "和田", "和县", "和龙", "和平区", "和平县", "图们", "图木舒克"];

    private static readonly string[] BracketWords =
        ["试行", "暂行", "征求意见", "送审", "草案", "修订", "修正", "年", "版", "批", "期", "稿"];

    /// <summary>Adds the places where a title that begins at a place may end, the nearest first.</summary>
    public static void ReadEnds(string text, int at, int end, List<int> ends)
    {
        if (at >= end || !CanStart(text, at, end)) return;
        var limit = Math.Min(end, at + Longest);
        var (titles, brackets) = (0, 0);
        var breaks = 0;
        for (var i = at; i < limit; i++)
        {
            var c = text[i];
            if (c == '\n')
            {
                if (++breaks > 2 || IsBlankLineAfter(text, i, end)) return;
                continue;
            }

            if (c is '《' or '〈' or '«') titles++;
            if (titles > 0)
            {
                if (c is '》' or '〉' or '»') titles--;
                continue;
            }

            if (EndsPhrase(c) || StartsHeading(text, i, at, end)) return;
            if (c is '（' or '(') brackets++;
            else if (c is '）' or ')' && --brackets < 0) return;
            if (brackets > 0) continue;
            if (i - at + 1 < Shortest || !EndsKind(text, at, i + 1) || !IsWhole(text.AsSpan(at, i + 1 - at))) continue;
            if (SaysReport(text.AsSpan(at, i + 1 - at))) return;
            ends.Add(WithBracket(text, i + 1, end));
        }
    }

    /// <summary>Whether a run is a title and nothing else.</summary>
    public static bool IsTitle(string text, TextSpan run)
    {
        var ends = new List<int>();
        ReadEnds(text, run.Start, run.End, ends);
        foreach (var stop in ends)
        {
            if (stop >= run.End) return true;
        }

        return false;
    }

    /// <summary>Whether a phrase ends with the name of a kind of document.</summary>
    public static bool EndsKind(string text, int start, int stop)
    {
        if (stop <= start) return false;
        if (Kinds.TryGetValue(text[stop - 1], out var kinds))
        {
            foreach (var kind in kinds)
            {
                if (stop - kind.Length >= start && string.CompareOrdinal(text, stop - kind.Length, kind, 0, kind.Length) == 0) return true;
            }
        }

        // 法 ends too many words to be a sign by itself.
        return text[stop - 1] == '法' && Wording.StandsAt(text, start, stop, Law);
    }

    // 若干问题的规定（四） is a title only where the line ends with it; else （四） is an item.
    private static bool IsPartNumber(string text, int open, int close, int end)
    {
        if (close - open is < 2 or > 4 || Numbering.End(text, open, close + 1) != close + 1) return false;
        var next = close + 1;
        while (next < end && text[next] is not ('\n' or '\r') && Wording.IsBlank(text[next])) next++;
        return next >= end || text[next] is '\n' or '\r';
    }

    /// <summary>Where the bracket ends that belongs to a title (（试行）, （2021—2025年）, （征求意见稿）), or the place itself.</summary>
    public static int WithBracket(string text, int at, int end)
    {
        var open = Wording.SkipBlanks(text, at, Math.Min(end, at + 4));
        if (open >= end || text[open] is not ('（' or '(')) return at;
        for (var i = open + 1; i < Math.Min(end, open + 24); i++)
        {
            if (text[i] is '（' or '(' or '。' or '，') return at;
            if (text[i] is not ('）' or ')')) continue;
            if (IsPartNumber(text, open, i, end)) return i + 1;
            var inner = text.AsSpan(open + 1, i - open - 1);
            if (OfficialMarks.IsDate(inner) && inner.Contains('月') || inner.Contains("简称", StringComparison.Ordinal)
                || inner.Contains("通过", StringComparison.Ordinal))
            {
                return at;
            }

            foreach (var word in BracketWords)
            {
                if (inner.Contains(word, StringComparison.Ordinal)) return WithBracket(text, i + 1, end);
            }

            return IsYears(inner) ? WithBracket(text, i + 1, end) : at;
        }

        return at;
    }

    // 关于…的意见: the kind of document comes after 的, whatever kinds are named before.
    private static bool IsWhole(ReadOnlySpan<char> run) =>
        !run.Contains("关于", StringComparison.Ordinal) || run[^Math.Min(run.Length, 14)..].Contains('的');

    private static bool IsYears(ReadOnlySpan<char> inner)
    {
        if (inner.Length < 4) return false;
        foreach (var c in inner)
        {
            if (!char.IsDigit(c) && c is not ('-' or '—' or '–' or '－' or '～' or '~' or ' ')) return false;
        }

        return true;
    }

    private static bool CanStart(string text, int at, int end)
    {
        var first = text[at];
        if (!Wording.IsHan(first) && !char.IsDigit(first) && first is not '“') return false;
        foreach (var word in NoTitleStarts)
        {
            if (Wording.StandsAt(text, at, end, word)) return IsPlace(text, at, end);
        }

        return Numbering.End(text, at, end) < 0;
    }

    private static bool IsPlace(string text, int at, int end)
    {
        foreach (var place in Places)
        {
            if (Wording.StandsAt(text, at, end, place)) return true;
        }

        return false;
    }

    private static bool SaysReport(ReadOnlySpan<char> run)
    {
        foreach (var word in ReporterWords)
        {
            if (run.Contains(word, StringComparison.Ordinal)) return true;
        }

        var month = run.IndexOf('月');
        return month > 0 && run[month..].Contains('日');
    }

    private static bool EndsPhrase(char c) => Wording.EndsSentence(c) || c is '，' or ',' or '：' or ':' or '\t' or '|' or '》';

    // A heading in mid-line (…四、保障措施) is no part of a title.
    private static bool StartsHeading(string text, int at, int start, int end) =>
        at > start && at + 1 < end && text[at] is '一' or '二' or '三' or '四' or '五' or '六' or '七' or '八' or '九' or '十' or '第'
        && text[at + 1] is '、' or '章' or '条';

    private static bool IsBlankLineAfter(string text, int newline, int end)
    {
        for (var i = newline + 1; i < end; i++)
        {
            if (text[i] == '\n') return true;
            if (!Wording.IsBlank(text[i])) return false;
        }

        return true;
    }
}
