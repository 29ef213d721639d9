using H2Ask.Core.Text;

namespace H2Ask.Core.Corpus.Splitting;

/// <summary>The headings of chapters that stand between the documents of a collection and belong to none of them.</summary>
internal static class ChapterHeading
{
    private const int Longest = 50;
    private const int Most = 3;

    /// <summary>Where the headings before a document begin; the document's own line where none stand before it.</summary>
    public static int FirstBefore(string text, List<TextSpan> lines, int previous, int next)
    {
        var first = next;
        while (first - 1 > previous && next - first < Most && Is(text, lines[first - 1])) first--;
        return lines[first].Start;
    }

    // A heading with nothing under it but the next document is no part of the one before.
    private static bool Is(string text, TextSpan line) =>
        line.Length <= Longest && Numbering.End(text, line.Start, line.End) > 0 && !char.IsDigit(text[line.Start])
        && !Wording.EndsSentence(text[line.End - 1]) && text[line.Start] is not (>= '①' and <= '⑳');
}
