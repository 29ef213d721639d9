using H2Ask.Core.Text;

namespace H2Ask.Core.Corpus.Splitting;

/// <summary>Recognises a page that reports on a document and then reprints it.</summary>
internal static class NewsPage
{
    private const int ShortestLead = 60;
    private const int LongestTitle = 80;

    private static readonly string[] Voices = ["近日", "日前", "记者", "获悉", "据悉", "了解到", "消息", "报道", "讯"];

    /// <summary>The page as an article, where the text before the first document is a report; empty where it is not.</summary>
    public static Article Read(string text, List<TextSpan> lines, List<Opening> openings)
    {
        if (openings.Count == 0 || lines.Count < 2) return default;
        var lead = Wording.Trim(text, 0, openings[0].Start);
        if (lead.Length < ShortestLead) return default;
        if (OfficialMarks.LeadOut(text, lead.Start, lead.End).Length == 0 && !HasVoice(lead.Of(text))) return default;
        var first = lines[0];
        var titled = first.Length <= LongestTitle && text[first.End - 1] != '。';
        var all = Wording.Trim(text, 0, text.Length);
        return titled ? new Article(first, Wording.Trim(text, first.End, all.End)) : new Article(default, all);
    }

    private static bool HasVoice(ReadOnlySpan<char> lead)
    {
        lead = lead[..Math.Min(lead.Length, 400)];
        foreach (var voice in Voices)
        {
            if (lead.Contains(voice, StringComparison.Ordinal)) return true;
        }

        return false;
    }
}
