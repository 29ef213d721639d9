using System.Text.RegularExpressions;
using H2Ask.Core.Text;

namespace H2Ask.Core.Corpus.Splitting;

/// <summary>The marks of official writing around a title: number, date, salutation, the sentence that announces what follows.</summary>
internal static partial class OfficialMarks
{
    private const int LongestSalutation = 260;

    private static readonly string[] NotSalutation =
        ["责任", "牵头", "负责", "如下", "包括", "应当", "需要", "提出", "坚持", "加强", "做好", "方面", "指标", "推进", "开展", "推动", "支持"];

    /// <summary>The length of the 发文字号 that begins at a place (国发〔2021〕23号); 0 where none does.</summary>
    public static int DocumentNumberLength(string text, int at, int end)
    {
        foreach (var match in DocumentNumber().EnumerateMatches(text.AsSpan(at, Math.Min(end - at, 40))))
        {
            return match.Length;
        }

        return 0;
    }

    /// <summary>Whether a run holds a 发文字号.</summary>
    public static bool HoldsDocumentNumber(ReadOnlySpan<char> run) => NumberAnywhere().IsMatch(run);

    /// <summary>Whether a run holds a year written as a date (2021年3月, 2021 年 12 月 28 日).</summary>
    public static bool HoldsDate(ReadOnlySpan<char> run) => YearAndMonth().IsMatch(run);

    /// <summary>Whether a bracket holds nothing but a date.</summary>
    public static bool IsDate(ReadOnlySpan<char> run) => DateAlone().IsMatch(run);

    /// <summary>The length of the date that begins at a place; 0 where none does.</summary>
    public static int DateLength(string text, int at, int end)
    {
        foreach (var match in DateHere().EnumerateMatches(text.AsSpan(at, Math.Min(end - at, 24))))
        {
            return match.Length;
        }

        return 0;
    }

    /// <summary>The length of the day that a report begins with (3月5日，, 2021年3月5日，); 0 where it begins with none.</summary>
    public static int DayLength(ReadOnlySpan<char> run)
    {
        foreach (var match in DayHere().EnumerateMatches(run[..Math.Min(run.Length, 20)]))
        {
            return match.Length;
        }

        return 0;
    }

    /// <summary>Whether a body's name and a date begin at a place, as on a cover or under a notice.</summary>
    public static bool IsSignatureAt(string text, int at, int end) =>
        Signature().IsMatch(text.AsSpan(at, Math.Min(end - at, 60)));

    /// <summary>Whether a line of a law's history begins at a place (2021年9月24日 某市人民代表大会常务委员会第三十三次会议通过).</summary>
    public static bool IsEnactmentAt(string text, int at, int end) =>
        Enactment().IsMatch(text.AsSpan(at, Math.Min(end - at, 160)));

    /// <summary>Where the salutation that begins at a place ends, its colon included (各市人民政府，各有关单位：); -1 where none begins.</summary>
    public static int SalutationEnd(string text, int at, int end)
    {
        var limit = Math.Min(end, at + LongestSalutation);
        var addressed = false;
        for (var i = at; i < limit; i++)
        {
            var c = text[i];
            if (c is '：' or ':')
            {
                if (!addressed || i - at < 4 || !EndsBody(text[i - 1])) return -1;
                var run = text.AsSpan(at, i - at);
                foreach (var word in NotSalutation)
                {
                    if (run.Contains(word, StringComparison.Ordinal)) return -1;
                }

                return i + 1;
            }

            if (Wording.EndsSentence(c) || c is '《' or '“' or '”' or '\n') return -1;
            if (c == '各' || (c == '有' && i + 1 < limit && text[i + 1] == '关')) addressed = true;
            if (i - at == 40 && !addressed) return -1;
        }

        return -1;
    }

    /// <summary>Where the sentence that announces a document's text ends (制定本办法。, 现提出如下意见：, 予以公示); -1 where a stretch holds none.</summary>
    public static int AnnouncementEnd(string text, int at, int end)
    {
        foreach (var match in Announcement().EnumerateMatches(text.AsSpan(at, end - at)))
        {
            return at + match.Index + match.Length;
        }

        return -1;
    }

    /// <summary>Where the words end that lead over to a reprinted text (原文如下：, 以下为全文); -1 where none begin at a place.</summary>
    public static TextSpan LeadOut(string text, int at, int end)
    {
        foreach (var match in LeadOutWords().EnumerateMatches(text.AsSpan(at, end - at)))
        {
            return new TextSpan(at + match.Index, at + match.Index + match.Length);
        }

        return default;
    }

    private static bool EndsBody(char c) => c is '位' or '门' or '府' or '局' or '委' or '厅' or '构' or '业' or '校' or '会' or '院' or '行' or '司' or '办'
        or '体' or '关' or '员' or '市' or '县' or '区' or '处' or '所' or '站' or '部' or '室' or '团' or '社' or '心' or '）' or ')';

    [GeneratedRegex(@"^[\u4e00-\u9fff]{1,12}\s?[〔\[［（(]\s?\d{4}\s?[〕\]］）)]\s?\d{1,5}\s?号|^(\d{4}\s?年\s?)?第\s?[\d一二三四五六七八九十百]{1,5}\s?号")]
    private static partial Regex DocumentNumber();

    [GeneratedRegex(@"[〔\[［]\s?\d{4}\s?[〕\]］]\s?第?\s?\d{1,5}\s?号|(令|公告)\s?(\d{4}\s?年)?\s?第?\s?\d{1,5}\s?号")]
    private static partial Regex NumberAnywhere();

    [GeneratedRegex(@"\d{4}\s?年\s?\d{1,2}\s?月")]
    private static partial Regex YearAndMonth();

    [GeneratedRegex(@"^\s?\d{4}\s?年(\s?\d{1,2}\s?月(\s?\d{1,2}\s?日)?)?\s?$")]
    private static partial Regex DateAlone();

    [GeneratedRegex(@"^(\d{4}|[〇○零一二三四五六七八九]{4})\s?年\s?[\d一二三四五六七八九十]{1,3}\s?月(\s?[\d一二三四五六七八九十]{1,3}\s?日)?")]
    private static partial Regex DateHere();

    [GeneratedRegex(@"^(\d{4}\s?年\s?)?\d{1,2}\s?月\s?\d{1,2}\s?日[，,]")]
    private static partial Regex DayHere();

    [GeneratedRegex(@"^(\d{4}|[〇○零一二三四五六七八九]{4})\s?年\s?[\d一二三四五六七八九十]{1,3}\s?月\s?[\d一二三四五六七八九十]{1,3}\s?日[^\n。]{0,120}?(通过|批准|公布|发布|颁布|修正|修订|施行)|^[（(][^（）()\n]{4,60}会议通过")]
    private static partial Regex Enactment();

    [GeneratedRegex(@"^[\u4e00-\u9fff、 　]{2,36}(局|厅|委|府|部|室|会|院|办)\s{0,12}\d{4}\s?年\s?\d{1,2}\s?月")]
    private static partial Regex Signature();

    [GeneratedRegex(@"(制定|编制|拟定|拟订|提出|作出|出台|形成|明确|现就|特作)[^。\n]{0,40}(本[\u4e00-\u9fff]{0,8}(规划|计划|方案|意见|办法|规定|细则|措施|政策|条例|标准|要点|指南|纲要|规则|规范|机制|预案|决定)|如下|以下)|(通知|公告|通告|公示|决定|函告|批复|具体)如下|予以公示|印发给你们")]
    private static partial Regex Announcement();

    [GeneratedRegex(@"(原文|全文|具体内容|主要内容|文件内容|具体文件|详情|内容)(内容)?如下[：:]?|以下(为|是)[^。，\n]{0,24}(原文|全文)[：:]?|附[：:]?(原文|全文)[：:]?|[附][：:]")]
    private static partial Regex LeadOutWords();
}
