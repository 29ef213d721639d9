using H2Ask.Core.Text;

namespace H2Ask.Core.Corpus.Splitting;

/// <summary>Recognises news pages among lines: a headline and a paragraph in a reporter's voice, often with the document it tells of below.</summary>
internal static class NewsPages
{
    private const int ShortestLead = 60;
    private const int LongestTitle = 80;
    private const int ShortestParagraph = 20;
    private const int VoiceWindow = 160;

    private static readonly string[] Starts = ["近日", "日前", "记者", "据悉", "本报讯", "新华社", "据了解", "今日", "昨日"];
    private static readonly string[] Voices = ["近日", "日前", "记者", "获悉", "据悉", "了解到", "消息", "报道"];
    private static readonly string[] Deeds = ["印发", "发布", "出台", "公布", "获悉", "了解", "召开", "举行", "征求", "公示"];

    /// <summary>The pages of a text, each going to the next; what stands before the first is no news.</summary>
    public static List<Article> Read(string text, List<TextSpan> lines, List<Opening> openings)
    {
        var starts = new List<int>();
        for (var i = 0; i + 1 < lines.Count; i++)
        {
            if (IsHeadline(text, lines, i) && IsReport(text, lines[i + 1])) starts.Add(i);
        }

        if (starts.Count == 0 && LeadsOver(text, openings)) starts.Add(0);
        var pages = new List<Article>(starts.Count);
        for (var i = 0; i < starts.Count; i++)
        {
            var first = lines[starts[i]];
            var end = i + 1 < starts.Count ? lines[starts[i + 1]].Start : text.Length;
            pages.Add(first.Length <= LongestTitle && text[first.End - 1] != '。'
                ? new Article(first, Wording.Trim(text, first.End, end))
                : new Article(default, Wording.Trim(text, first.Start, end)));
        }

        return pages;
    }

    private static bool IsHeadline(string text, List<TextSpan> lines, int index)
    {
        var line = lines[index];
        return line.Length is >= 6 and <= LongestTitle && text[line.End - 1] is not ('。' or '，' or '；' or '：' or ':' or '、' or ',')
            && (char.IsLetterOrDigit(text[line.Start]) || text[line.Start] is '“' or '《')
            && Numbering.End(text, line.Start, line.End) < 0 && !OfficialMarks.HoldsDate(line.Of(text));
    }

    private static bool IsReport(string text, TextSpan paragraph)
    {
        if (paragraph.Length < ShortestParagraph) return false;
        var lead = text.AsSpan(paragraph.Start, Math.Min(paragraph.Length, VoiceWindow));
        var starts = OfficialMarks.DayLength(lead) > 0;
        foreach (var start in Starts)
        {
            if (lead.StartsWith(start, StringComparison.Ordinal)) starts = true;
        }

        return starts && HoldsAny(lead, Deeds);
    }

    // Words that lead over to a reprinted document, or a reporter's voice, before the first document there is.
    private static bool LeadsOver(string text, List<Opening> openings)
    {
        if (openings.Count == 0) return false;
        var lead = Wording.Trim(text, 0, openings[0].Start);
        return lead.Length >= ShortestLead && lead.Of(text).Contains('。') && (OfficialMarks.LeadOut(text, lead.Start, lead.End).Length > 0
            || HoldsAny(text.AsSpan(lead.Start, Math.Min(lead.Length, 3 * VoiceWindow)), Voices));
    }

    private static bool HoldsAny(ReadOnlySpan<char> run, string[] words)
    {
        foreach (var word in words)
        {
            if (run.Contains(word, StringComparison.Ordinal)) return true;
        }

        return false;
    }
}
