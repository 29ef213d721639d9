using System.Collections.Frozen;
using System.Text.RegularExpressions;
using H2Ask.Core.Text;

namespace H2Ask.Core.Corpus.Splitting;

/// <summary>The form of a document's title: a phrase without sentence marks that ends with the name of a kind of document.</summary>
internal static partial class TitleForm
{
    private const int Longest = 130;
    private const int Shortest = 6;
    private const int LongestSentenceStart = 8;
    private const string Law = "中华人民共和国";

    private static readonly FrozenDictionary<char, string[]> Kinds = new[]
    {
        "规划", "计划", "方案", "意见", "办法", "规定", "细则", "措施", "政策", "条例", "通知", "公告", "通告", "公示", "决定", "决议", "纲要", "指南", "规范",
        "规则", "标准", "要点", "建议", "机制", "目录", "清单", "名单", "批复", "报告", "白皮书", "指引", "导则", "准则", "制度", "预案", "解读", "章程", "指示", "的解释", "的安排", "修正案", "规程", "守则",
    }.GroupBy(kind => kind[^1]).ToFrozenDictionary(kinds => kinds.Key, kinds => kinds.ToArray());

    private static readonly string[] ReporterWords = ["近日", "日前", "记者", "获悉", "据悉", "了解", "发布会", "如下", "以下", "了", "其中", "将"];

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
        if (!Characters.IsHan(first) && !char.IsDigit(first) && first is not '“') return false;
        return !SentenceStart().IsMatch(text.AsSpan(at, Math.Min(end - at, LongestSentenceStart))) && Numbering.End(text, at, end) < 0;
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

    // How sentences begin and titles do not. A word that also begins titles (以旧换新, 并网, 经济, 从化, 本溪, 图们, 表彰) is told by what follows it:
    // a purpose behind 为 (but 为民, 为老服务), a document or a place behind 本, a year behind 在, 从, 到, an authority behind 经 and 由, a number behind 图 and 表.
    [GeneratedRegex(@"^(根据|按照|依据|依照|遵照|随着|例如|会同|通过|此次|这|该|其[中他它余次]|的(?!士)"
        + @"|为(?![民老企农侨军])|据(此|悉|了解|统计|介绍|初步)"
        + @"|本(次|着|文|市|省|区|县|级|通知|公告|规划|计划|方案|意见|办法|规定|细则|措施|政策|条例|标准|纲要|指南|规范|规则|目录|清单|报告|预案|决定)"
        + @"|[在从到至](\d|本|此|今|各|全[国省市区县]|而|实施|推进)|对(于|此|本|各|符合|违反|未|已|不|经|在|按)"
        + @"|[经由](此|于|过|研究|批准|审[核查批]|各|本|[国省市县区](家|委|政府|人民|级|直|财|发)|国务院)|按(规定|要求|有关|年度|本|国家|时|[省市])"
        + @"|以(上|下|及|此|期|便|习近平|本|高质量)|使(得|其|之)|让(人民|群众|企业)|并(且|对|按|在|将|由|于|报|向|根据|制定|会同|结合|组织|可)|与(此|会|本|[国省市县])|和(本|其|有关)"
        + @"|责任(单位|部门|主体|分工|人|处)|附[件表]|[表图]\s?[\d一二三四五六七八九十]|专栏|[一二三四五]是)")]
    private static partial Regex SentenceStart();
}
