using System.Globalization;
using H2Ask.Core.Text;

namespace H2Ask.Core.Corpus.Splitting;

/// <summary>Recognises the beginning of an official document by its form: title, salutation, announcement, first heading.</summary>
internal static class OpeningFinder
{
    private const int LongestPreamble = 1500;
    private const int LongestUnnamed = 600;
    private const int ShortestPlan = 150;
    private const int NearParagraphEnd = 60;
    private const int LongestDecree = 40;

    // What a sentence says of a document that it names: it was issued, it demands, it was carried out.
    private static readonly string[] Deeds =
        ["发布", "印发", "出台", "出炉", "公布", "正式", "征求", "提出", "明确", "要求", "指出", "显示", "实施", "编制", "落实", "执行", "将", "已", "中提", "中明", "中指", "中，"];

    // Words that tie what stands before them to the same sentence.
    private static readonly string[] Ties = ["的", "之", "等", "和", "与", "及", "或", "是", "也", "还", "都", "对", "以来"];

    // Words that make the kind of a document a part of a longer word: 政策解读, 规划纲要, 标准体系, 规划局, 机制创新, 通知精神.
    private static readonly string[] LongerWords =
        ["解读", "纲要", "目标", "内容", "全文", "原文", "精神", "文件", "体系", "建设", "支持", "改革", "创新", "环境", "资源", "局"];

    private static readonly string[] NoticeKinds = ["通知", "公告", "通告", "公示", "解读"];

    private static readonly string[] PreambleStarts = ["为", "根据", "依据", "按照", "贯彻", "认真", "经", "遵照", "依照"];

    /// <summary>The opening that a line begins: a title that fills the line or two, and what follows it.</summary>
    public static Opening AtLine(string text, int at, int end, List<int> ends)
    {
        var opening = Decree(text, at, end);
        if (opening.Exists) return opening;
        ends.Clear();
        TitleForm.ReadEnds(text, at, end, ends);
        foreach (var stop in ends)
        {
            if (!IsLineEnd(text, stop, end)) continue;
            var title = new TextSpan(at, stop);
            var next = stop;
            while (next < end && (Wording.IsBlank(text[next]) || text[next] == '*')) next++;
            var sure = next < end && (IsMarkedFollow(text, next, end) || OfficialMarks.IsEnactmentAt(text, next, end) || AnnouncesText(text, next, ParagraphEnd(text, next, end)));
            if (sure) return new Opening(at, title, true);
            if (!opening.Exists) opening = new Opening(at, title, false);
        }

        return opening;
    }

    /// <summary>The opening that stands in running text after the end of a sentence.</summary>
    public static Opening InText(string text, int at, int end, int lastSecond, List<int> ends, Func<TextSpan, bool> isNamed)
    {
        var opening = Titled(text, at, end, ends, isNamed, led: false);
        if (opening.Exists) return opening;
        if (OfficialMarks.SalutationEnd(text, at, end) is > 0 and var salutation && AnnouncesSoon(text, salutation, end))
            return new Opening(at, default, true);
        return IsPreamble(text, at, end) || (Numbering.OpensPlan(text, at, end) && end - at > ShortestPlan && lastSecond > at)
            ? new Opening(at, default, true)
            : Opening.None;
    }

    /// <summary>The opening that stands where a document is bound to begin: after 原文如下, or as an article's first words.</summary>
    public static Opening Led(string text, int at, int end, int lastSecond, List<int> ends)
    {
        var opening = Titled(text, at, end, ends, static _ => true, led: true);
        if (opening.Exists) return opening;
        if (OfficialMarks.SalutationEnd(text, at, end) > 0 || IsPreamble(text, at, end)) return new Opening(at, default, true);
        var stop = Math.Min(end, at + 60);
        var first = Numbering.StartsFirst(text, at, end) && text.AsSpan(at, stop - at).IndexOfAny('？', '?') < 0 && lastSecond > at;
        return first || (text[at] == '本' && TitleForm.EndsKind(text, at, Math.Min(end, at + 3)) && lastSecond > at)
            ? new Opening(at, default, true)
            : Opening.None;
    }

    /// <summary>The opening with a title that stands in running text after the end of a sentence; its form alone must tell.</summary>
    public static Opening Titled(string text, int at, int end, List<int> ends) => Titled(text, at, end, ends, static _ => false, led: false);

    /// <summary>Whether a 文号, a salutation or the history of a law follows a title.</summary>
    public static bool IsAddressed(string text, int titleEnd, int end)
    {
        var next = Wording.SkipBlanks(text, titleEnd, end);
        if (next < end && text[next] is '（' or '(') next++;
        return OfficialMarks.DocumentNumberLength(text, next, end) > 0 || OfficialMarks.SalutationEnd(text, next, end) > 0
            || OfficialMarks.IsEnactmentAt(text, next, end);
    }

    private static Opening Titled(string text, int at, int end, List<int> ends, Func<TextSpan, bool> isNamed, bool led)
    {
        ends.Clear();
        TitleForm.ReadEnds(text, at, end, ends);
        var opening = Opening.None;
        foreach (var stop in ends)
        {
            var next = Wording.SkipBlanks(text, stop, end);
            if (next >= end || Continues(text, next, end)) continue;
            var title = new TextSpan(at, stop);
            if (IsMarkedFollow(text, next, end) || AnnouncesHeading(text, next, end, isNamed(title) ? LongestPreamble : LongestUnnamed)
                || (IsNotice(title.Of(text)) && StartsPreamble(text, next, end)))
            {
                return new Opening(at, title, true);
            }

            if (opening.Exists || end - next <= ShortestPlan) continue;
            if (isNamed(title) || (led && title.Of(text).Contains("关于", StringComparison.Ordinal))) opening = new Opening(at, title, false);
        }

        return opening;
    }

    // 某某省人民政府令 and its number, before the text that it puts into force.
    private static Opening Decree(string text, int at, int end)
    {
        var stop = at;
        while (stop < end && stop - at < LongestDecree && text[stop] is not ('\n' or '\r')) stop++;
        while (stop > at && Wording.IsBlank(text[stop - 1])) stop--;
        if (stop - at < 4 || text[stop - 1] != '令' || !Characters.IsHan(text[at])) return Opening.None;
        var next = Wording.SkipBlanks(text, stop, end);
        if (next < end && text[next] is '（' or '(') next = Wording.SkipBlanks(text, next + 1, end);
        return OfficialMarks.DocumentNumberLength(text, next, end) > 0 ? new Opening(at, new TextSpan(at, stop), true) : Opening.None;
    }

    private static bool IsNotice(ReadOnlySpan<char> title)
    {
        if (!title.Contains("关于", StringComparison.Ordinal)) return false;
        foreach (var kind in NoticeKinds)
        {
            if (title.EndsWith(kind, StringComparison.Ordinal)) return true;
        }

        return false;
    }

    private static bool IsMarkedFollow(string text, int next, int end)
    {
        if (OfficialMarks.DocumentNumberLength(text, next, end) > 0 || Numbering.StartsFirst(text, next, end)
            || OfficialMarks.SalutationEnd(text, next, end) > 0 || OfficialMarks.IsSignatureAt(text, next, end))
        {
            return true;
        }

        if (text[next] is not ('（' or '(')) return false;
        var inside = Wording.SkipBlanks(text, next + 1, end);
        return OfficialMarks.DateLength(text, inside, end) > 0 || OfficialMarks.DocumentNumberLength(text, inside, end) > 0;
    }

    // 为…，制定本办法。 and the first heading: nobody but the document itself speaks so, and in a sentence or two.
    private static bool IsPreamble(string text, int at, int end)
    {
        if (!StartsPreamble(text, at, end)) return false;
        var stop = Math.Min(end, at + LongestPreamble);
        var sentence = text.AsSpan(at, stop - at).IndexOf('。');
        if (sentence >= 0)
        {
            var second = text.AsSpan(at + sentence + 1, stop - at - sentence - 1).IndexOf('。');
            if (second >= 0) stop = Math.Min(stop, at + sentence + second + 2);
        }

        if (OfficialMarks.LeadOut(text, at, stop).Length > 0) return false;
        return text.AsSpan(at, stop - at).Contains("予以公示", StringComparison.Ordinal)
            || AnnouncesHeading(text, at, Math.Min(end, stop + 2), stop - at);
    }

    private static bool StartsPreamble(string text, int at, int end) => StandsAny(text, at, end, PreambleStarts);

    // An announcement (制定本办法。) that the first heading follows at once.
    private static bool AnnouncesHeading(string text, int at, int end, int longest)
    {
        var stop = Math.Min(end, at + longest);
        while (at < stop)
        {
            var announced = OfficialMarks.AnnouncementEnd(text, at, stop);
            if (announced < 0 || HoldsHeading(text, at, announced)) return false;
            var next = announced;
            while (next < end && next - announced < 24 && text[next] is not ('。' or '：' or ':' or '.')) next++;
            while (next < end && (Wording.IsBlank(text[next]) || text[next] is '。' or '：' or ':' or '.')) next++;
            if (Numbering.StartsFirst(text, next, end)) return true;
            at = announced;
        }

        return false;
    }

    private static bool AnnouncesSoon(string text, int at, int end)
    {
        var stop = Math.Min(end, at + LongestPreamble);
        var lead = text.AsSpan(at, stop - at);
        return lead.Contains("印发", StringComparison.Ordinal) || OfficialMarks.AnnouncementEnd(text, at, stop) > 0;
    }

    // On lines of their own a title and a paragraph that announces the text are enough.
    private static bool AnnouncesText(string text, int next, int paragraphEnd)
    {
        var announced = OfficialMarks.AnnouncementEnd(text, next, paragraphEnd);
        return announced > 0 && paragraphEnd - announced < NearParagraphEnd && !HoldsHeading(text, next, announced);
    }

    private static bool HoldsHeading(string text, int start, int end)
    {
        for (var at = start; at < end; at++)
        {
            if ((text[at] == '一' || text[at] == '第') && Numbering.StartsFirst(text, at, end)) return true;
        }

        return false;
    }

    private static bool Continues(string text, int at, int end) =>
        EndsMark(text[at]) || IsAbbreviation(text, at, end) || StandsAny(text, at, end, Deeds) || StandsAny(text, at, end, Ties) || StandsAny(text, at, end, LongerWords);

    // A mark that closes or goes on; what a mark opens may be a text.
    private static bool EndsMark(char c) =>
        c is '，' or ',' or '、' or '：' or ':' or '→' || (Wording.EndsSentence(c) && c != '…')
        || char.GetUnicodeCategory(c) is UnicodeCategory.ClosePunctuation or UnicodeCategory.FinalQuotePunctuation;

    // （以下简称《办法》）
    private static bool IsAbbreviation(string text, int at, int end) =>
        text[at] is '（' or '(' && (Wording.StandsAt(text, at + 1, end, "以下") || Wording.StandsAt(text, at + 1, end, "简称"));

    private static bool StandsAny(string text, int at, int end, string[] words)
    {
        foreach (var word in words)
        {
            if (Wording.StandsAt(text, at, end, word)) return true;
        }

        return false;
    }

    private static bool IsLineEnd(string text, int at, int end)
    {
        while (at < end && text[at] is not ('\n' or '\r'))
        {
            if (!Wording.IsBlank(text[at]) && text[at] != '*') return false;
            at++;
        }

        return true;
    }

    private static int ParagraphEnd(string text, int at, int end)
    {
        var stop = text.AsSpan(at, Math.Min(end - at, LongestPreamble)).IndexOf('\n');
        return stop < 0 ? Math.Min(end, at + LongestPreamble) : at + stop;
    }
}
