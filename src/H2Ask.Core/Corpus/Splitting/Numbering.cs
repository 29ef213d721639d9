namespace H2Ask.Core.Corpus.Splitting;

/// <summary>The numbering of Chinese official documents, as far as it tells where a document begins.</summary>
internal static class Numbering
{
    private const string Numerals = "〇零一二三四五六七八九十百千两";

    private static readonly string[] Seconds = ["二、", "（二）", "(二)", "第二条", "第二章"];

    private static readonly string[] PlanOpenings =
        ["总体", "指导思想", "工作目标", "发展目标", "主要目标", "行动目标", "攻坚目标", "目标任务", "发展基础", "发展现状", "发展形势", "现状", "背景", "基本", "重要意义"];

    /// <summary>Where the number that begins at a place ends (一、, （一）, 第一章, 1., 1、, ①); -1 where none does.</summary>
    public static int End(string text, int at, int end)
    {
        if (at >= end) return -1;
        var c = text[at];
        if (c is >= '①' and <= '⑳') return at + 1;
        if (c is '（' or '(')
        {
            var inner = SkipNumerals(text, at + 1, end, out var some);
            return some && inner < end && text[inner] is '）' or ')' ? inner + 1 : -1;
        }

        if (c == '第')
        {
            var inner = SkipNumerals(text, at + 1, end, out var some);
            return some && inner < end && text[inner] is '章' or '节' or '条' or '编' or '篇' or '部' or '辑' or '类' ? inner + 1 : -1;
        }

        var stop = SkipNumerals(text, at, end, out var any);
        if (!any || stop >= end) return -1;
        return text[stop] switch
        {
            '、' => stop + 1,
            '.' or '．' or ')' or '）' when char.IsDigit(c) && stop - at <= 3 => stop + 1,
            _ => -1,
        };
    }

    /// <summary>Whether the first heading or article of a document begins at a place: 一、, 第一章, 第一条, 前言, 目录.</summary>
    public static bool StartsFirst(string text, int at, int end)
    {
        if (Wording.StandsAt(text, at, end, "一、")) return true;
        if (at < end && text[at] == '第')
        {
            var inner = Wording.SkipBlanks(text, at + 1, end);
            if (inner < end && text[inner] is '一' or '1' or '１')
            {
                inner = Wording.SkipBlanks(text, inner + 1, end);
                if (inner < end && text[inner] is '章' or '条' or '编' or '篇' or '节' or '部') return true;
            }
        }

        if (at >= end || text[at] is not ('前' or '序' or '引' or '总' or '目')) return false;
        var second = Wording.SkipBlanks(text, at + 1, end);
        return second < end && (text[at], text[second]) is ('前' or '序' or '引', '言') or ('总', '则') or ('目', '录' or '次');
    }

    /// <summary>Whether a numbered heading begins at a place that opens plans and rules (一、总体要求, 第一章 总则, 第一条) and nothing else.</summary>
    public static bool OpensPlan(string text, int at, int end)
    {
        if (!StartsFirst(text, at, end)) return false;
        if (text[at] == '第') return true;
        if (text[at] != '一') return false;
        foreach (var opening in PlanOpenings)
        {
            if (Wording.StandsAt(text, Wording.SkipBlanks(text, at + 2, end), end, opening)) return true;
        }

        return false;
    }

    /// <summary>Where the last second heading or article of a stretch stands (二、, （二）, 第二条); -1 where none does.</summary>
    public static int LastSecond(string text, int start, int end)
    {
        var last = -1;
        foreach (var second in Seconds)
        {
            var at = text.AsSpan(start, end - start).LastIndexOf(second, StringComparison.Ordinal);
            if (at >= 0) last = Math.Max(last, start + at);
        }

        return last;
    }

    private static int SkipNumerals(string text, int at, int end, out bool some)
    {
        var start = at;
        while (at < end && at - start < 8 && (char.IsDigit(text[at]) || Numerals.Contains(text[at]))) at++;
        some = at > start;
        return at;
    }
}
