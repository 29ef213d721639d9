using System.Text.RegularExpressions;

namespace H2Ask.Core.Corpus.Describing;

/// <summary>Finds the 发文字号 of a document, not one of those that it cites.</summary>
internal static partial class DocumentNumber
{
    private const int Opening = 420;
    private const int Ending = 500;

    /// <summary>Reads a stretch that is a number and nothing else; null where it is not.</summary>
    public static string? ReadWhole(string dense)
    {
        var match = Whole().Match(dense);
        return match.Success ? Write(dense) : null;
    }

    /// <summary>The number that stands under the document's title or above its signature.</summary>
    public static string? Find(DenseText text, string title, Signature? signature)
    {
        foreach (Match match in Anywhere().Matches(text.Text[..Math.Min(Opening, text.Length)]))
        {
            if (IsOwn(text, match, title, signature) is { } number) return number;
        }

        if (signature is null || signature.Start <= Opening) return null;
        var from = Math.Max(0, signature.Start - Ending);
        foreach (Match match in Anywhere().Matches(text.Text[from..signature.Start]))
        {
            if (from + match.Index + match.Length == signature.Start) return Write(text.Text[CodeStart(text, match, from, title)..signature.Start]);
        }

        return null;
    }

    private static string? IsOwn(DenseText text, Match match, string title, Signature? signature)
    {
        var end = match.Index + match.Length;
        var start = CodeStart(text, match, 0, title);
        var before = start > 0 ? text.Text[start - 1] : '\0';
        var after = end < text.Length ? text.Text[end] : '\0';
        // 《…》（国发〔2021〕1号) is cited; so is what stands in a sentence.
        if (before is '》' or '(' && start > 1 && text.Text[start - 2] == '》') return null;
        if (before is ',' or '、' or ';' || after is ',' or '、' or '》' or '的' or ';') return null;
        var isLine = text.BreakBefore(start) && text.BreakBefore(end);
        var standsAlone = isLine || before is '(' && after == ')' || before is ':' or '号' && text.BreakBefore(end);
        var endsHead = text.BreakBefore(end) || signature?.Start == end || Addressee().IsMatch(text.Text.AsSpan(end, Math.Min(40, text.Length - end)));
        var standsInGluedHead = EndsTitle(text.Text, start) && endsHead;
        return standsAlone || standsInGluedHead || start == 0 ? Write(text.Text[start..end]) : null;
    }

    /// <summary>Where the letters of the number begin: a title glued in front of them is not theirs.</summary>
    private static int CodeStart(DenseText text, Match match, int offset, string title)
    {
        var matchStart = offset + match.Index;
        var start = matchStart;
        if (match.Groups["word"] is { Success: true } word)
        {
            // 湖北省人民政府令: the body's whole name is part of the number.
            start = offset + word.Index;
            while (start > matchStart && !text.LineBreakBefore(start)) start--;
            return start;
        }

        var yearStart = offset + match.Groups["year"].Index;
        for (var i = start + 1; i < yearStart; i++)
        {
            if (text.BreakBefore(i) || EndsTitle(text.Text, i)) start = i;
        }

        var titleStart = title.Length > 0 ? text.Text.LastIndexOf(title, yearStart, StringComparison.Ordinal) : -1;
        return titleStart >= 0 && titleStart + title.Length is var titleEnd && titleEnd > start && titleEnd < yearStart ? titleEnd : start;
    }

    private static bool EndsTitle(string text, int at) => at >= 2 && TitleEnd().IsMatch(text.AsSpan(Math.Max(0, at - 4), Math.Min(4, at)));

    private static string Write(string dense)
    {
        var written = RoundYear().Replace(dense, "〔$1〕");
        return dense.Contains("公告", StringComparison.Ordinal) || dense.Contains('令') ? written : written.Replace("第", string.Empty, StringComparison.Ordinal);
    }

    [GeneratedRegex(@"^[\u4E00-\u9FFF]{1,30}(?:[〔(](?:19|20)\d\d[〕)]第?\d{1,5}号|(?:19|20)\d\d年第?\d{1,4}号|(?:令)?第\d{1,4}号)$")]
    private static partial Regex Whole();

    [GeneratedRegex(@"[\u4E00-\u9FFF]{1,30}?(?:(?<year>[〔(])(?:19|20)\d\d[〕)]第?\d{1,5}号|(?<word>公告)(?:19|20)\d\d年第?\d{1,4}号|(?<word>令)(?:(?:19|20)\d\d年)?第\d{1,4}号)")]
    private static partial Regex Anywhere();

    [GeneratedRegex(@"[〔(]((?:19|20)\d\d)[〕)]")]
    private static partial Regex RoundYear();

    [GeneratedRegex("(?:通知|意见|决定|公告|通告|批复|方案|规划|计划|办法|规定|细则|条例|措施|政策|关于|公示|目录|指南|纲要|要点|函|文号:|字号:|号:)[》”\"）)]?$")]
    private static partial Regex TitleEnd();

    [GeneratedRegex("^(?:各|国务院|有关|省|市|自治区|[^。,]{0,30}[:])")]
    private static partial Regex Addressee();
}
