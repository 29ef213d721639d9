using H2Ask.Core.Text;

namespace H2Ask.Core.Corpus.Splitting;

/// <summary>What stands before the first document of a text: contents, a cover, particulars, a foreword, the rest of a document that was cut.</summary>
internal static class FrontMatter
{
    private const int LongestLead = 200;
    private const int ShortestSentence = 40;
    private const int LongestHeading = 20;

    /// <summary>Whether it is a text of its own, rather than what belongs to the document behind it.</summary>
    public static bool IsText(string text, List<TextSpan> lines, List<Contents> contents, int end)
    {
        var prose = 0;
        foreach (var line in lines)
        {
            if (line.Start >= end) break;
            if (IsProse(text, contents, line)) prose += line.Length;
        }

        return prose > LongestLead;
    }

    /// <summary>Its sentences from the first to the last, the heading above them included; empty where they are no text.</summary>
    public static TextSpan Foreword(string text, List<TextSpan> lines, List<Contents> contents, int end)
    {
        if (!IsText(text, lines, contents, end)) return default;
        var (first, last) = (-1, -1);
        for (var i = 0; i < lines.Count && lines[i].Start < end; i++)
        {
            if (!IsProse(text, contents, lines[i])) continue;
            if (first < 0) first = i;
            last = i;
        }

        if (first > 0 && lines[first - 1].Length <= LongestHeading && !Contents.Cover(contents, lines[first - 1])) first--;
        return new TextSpan(lines[first].Start, Math.Min(lines[last].End, end));
    }

    private static bool IsProse(string text, List<Contents> contents, TextSpan line) =>
        line.Length > ShortestSentence && Wording.EndsSentence(text[line.End - 1]) && !Contents.Cover(contents, line);
}
