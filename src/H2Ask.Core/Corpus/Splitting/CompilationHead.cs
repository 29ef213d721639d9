using H2Ask.Core.Text;

namespace H2Ask.Core.Corpus.Splitting;

/// <summary>The line that a compilation puts before a document: number, title, 节选, 文号, issuer and date.</summary>
/// <param name="Span">The whole of it, brackets on lines of their own included.</param>
/// <param name="Title">The title in it.</param>
/// <param name="IsMarked">Whether it names 文号, issuer or date in brackets.</param>
internal readonly record struct CompilationHead(TextSpan Span, TextSpan Title, bool IsMarked)
{
    private const int Longest = 320;
    private static readonly string[] PartWords = ["节选", "摘录", "摘编", "摘要", "全文", "有删减", "略"];

    /// <summary>Reads a line as a head; its title is empty where it cannot be one.</summary>
    public static CompilationHead Read(string text, TextSpan line)
    {
        if (line.Length > Longest) return default;
        var start = line.Start;
        while (start < line.End && text[start] is '#' or '*' or ' ') start++;
        if (OrdinalEnd(text, start, line.End) is > 0 and var ordinal) start = Wording.SkipBlanks(text, ordinal, line.End);
        var end = line.End;
        var marked = false;
        while (true)
        {
            while (end > start && (Wording.IsBlank(text[end - 1]) || text[end - 1] == '*')) end--;
            var open = BracketStart(text, start, end);
            if (open < 0) break;
            var inner = text.AsSpan(open + 1, end - open - 2);
            if (IsMark(inner)) marked = true;
            else if (!IsPart(inner)) break;
            end = open;
        }

        var title = Wording.Trim(text, start, end);
        return title.Length < 4 || HoldsSentence(title.Of(text)) || !HasHan(title.Of(text)) ? default : new CompilationHead(line, title, marked);
    }

    /// <summary>Whether a line holds nothing but brackets with 文号, issuer or date, as the rest of a head.</summary>
    public static bool IsRest(string text, TextSpan line)
    {
        var (end, marked) = (line.End, false);
        while (true)
        {
            while (end > line.Start && (Wording.IsBlank(text[end - 1]) || text[end - 1] == '*')) end--;
            if (end == line.Start) return marked;
            var open = BracketStart(text, line.Start, end);
            if (open < 0) return false;
            var inner = text.AsSpan(open + 1, end - open - 2);
            if (IsMark(inner)) marked = true;
            else if (!IsPart(inner)) return false;
            end = open;
        }
    }

    private static int OrdinalEnd(string text, int at, int end)
    {
        var stop = at;
        while (stop < end && stop - at < 3 && char.IsDigit(text[stop])) stop++;
        if (stop == at && at < end && Characters.IsHan(text[at]) && Numbering.End(text, at, end) is > 0 and var numbered && text[numbered - 1] == '、') return numbered;
        var next = Wording.SkipBlanks(text, stop, end);
        return stop > at && next < end && text[next] is '.' or '．' or '、' or '）' or ')' ? next + 1 : -1;
    }

    private static int BracketStart(string text, int start, int end)
    {
        if (end - start < 3 || text[end - 1] is not ('）' or ')' or '〕' or ']' or '】')) return -1;
        var depth = 0;
        for (var at = end - 1; at >= start; at--)
        {
            if (text[at] is '）' or ')' or '〕' or ']' or '】') depth++;
            else if (text[at] is '（' or '(' or '〔' or '[' or '【' && --depth == 0) return at;
        }

        return -1;
    }

    // （国发〔2021〕23号）, （国务院/2021年10月26日）, （2021年3月）; a period or edition belongs to the title.
    private static bool IsMark(ReadOnlySpan<char> inner)
    {
        if (OfficialMarks.HoldsDocumentNumber(inner) || OfficialMarks.HoldsDate(inner)) return true;
        var slash = inner.IndexOfAny('/', '／');
        return slash > 0 && inner[slash..].Contains('年');
    }

    private static bool IsPart(ReadOnlySpan<char> inner)
    {
        foreach (var word in PartWords)
        {
            if (inner.Contains(word, StringComparison.Ordinal)) return true;
        }

        return false;
    }

    private static bool HoldsSentence(ReadOnlySpan<char> title)
    {
        var depth = 0;
        foreach (var c in title)
        {
            if (c is '《' or '“') depth++;
            else if (c is '》' or '”') depth--;
            else if (depth <= 0 && (Wording.EndsSentence(c) || c is '：' or ':' or '\t')) return true;
        }

        return false;
    }

    private static bool HasHan(ReadOnlySpan<char> title)
    {
        foreach (var c in title)
        {
            if (Characters.IsHan(c)) return true;
        }

        return false;
    }
}
