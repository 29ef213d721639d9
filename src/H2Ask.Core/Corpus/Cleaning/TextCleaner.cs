using H2Ask.Core.Corpus.Reading;
using H2Ask.Core.Text;

namespace H2Ask.Core.Corpus.Cleaning;

/// <summary>
/// Makes text ready for searching and structuring: without page numbers, markup remnants and blanks inside words, with sentences whole that a line or page
/// break cut. What is quoted is never touched: every code unit of the clean text knows its place.
/// </summary>
internal static class TextCleaner
{
    /// <summary>The most lines that footnotes between two halves of a sentence may take.</summary>
    private const int MostFootnotes = 6;

    /// <summary>How far before a footnote its reference mark is looked for.</summary>
    private const int FootnoteReach = 4000;

    /// <summary>Cleans a text that stands by itself, such as a passage's.</summary>
    public static CleanText Clean(string text) => Clean(text, new TextSpan(0, text.Length), [], []);

    /// <summary>Cleans a run of a text, without the runs that belong to no passage.</summary>
    public static CleanText Clean(string text, TextSpan span, IReadOnlyList<TextSpan> omitted, IReadOnlyList<SourceMark> marks)
    {
        var lines = SourceLines.Read(text, span, omitted, marks);
        var writer = new CleanWriter(text, span, StrayPageNumbers.Find(text, span));
        var asides = new List<TextSpan>();
        for (var i = 0; i < lines.Count; i++)
        {
            var line = lines[i];
            if (line.Kind == SourceLineKind.Noise) continue;
            if (line.Kind == SourceLineKind.Gap)
            {
                writer.Gap(line.Start);
                continue;
            }

            writer.Append(line);
            while (Continuation(text, lines, i, writer) is var next and >= 0)
            {
                if (NextText(lines, i) is var note && note < next) asides.Add(new TextSpan(lines[note].Start, lines[LastText(lines, next)].End));
                writer.Append(writer.Join(lines[next]));
                i = next;
            }

            writer.EndLine(Math.Min(lines[i].End, span.End - 1));
        }

        return writer.ToCleanText(asides);
    }

    /// <summary>The line in which the sentence that was written last goes on; -1 where it is at its end.</summary>
    private static int Continuation(string text, List<SourceLine> lines, int at, CleanWriter writer)
    {
        var next = NextText(lines, at);
        if (next < 0 || lines[at] is not { Kind: SourceLineKind.Prose, IsHeading: false } || !LineJoin.StopsMidSentence(writer.Line)) return -1;
        for (var notes = 0; next >= 0 && notes <= MostFootnotes; notes++)
        {
            if (lines[next] is not { Kind: SourceLineKind.Prose, IsHeading: false }) return -1;
            var line = text.AsSpan(lines[next].Start, lines[next].Length);
            if (LineJoin.CanGoOn(line)) return next;
            if (!LineJoin.LooksLikeFootnote(line, out var number) || !IsReferredTo(text, lines[at].End, number)) return -1;
            next = NextText(lines, next);
        }

        return -1;
    }

    private static bool IsReferredTo(string text, int before, int number)
    {
        if (number is < 1 or > 9) return false;
        var reach = text.AsSpan(Math.Max(0, before - FootnoteReach), Math.Min(before, FootnoteReach));
        var raised = "¹²³⁴⁵⁶⁷⁸⁹"[number - 1];
        var at = reach.LastIndexOf(raised);
        if (at > 0 && Characters.IsHan(reach[at - 1])) return true;
        Span<char> script = ['{', (char)('0' + number), '}'];
        Span<char> bracketed = ['[', (char)('0' + number), ']'];
        return reach.Contains((char)('①' + number - 1)) || reach.Contains(script, StringComparison.Ordinal) || reach.Contains(bracketed, StringComparison.Ordinal);
    }

    private static int NextText(List<SourceLine> lines, int at)
    {
        do at++;
        while (at < lines.Count && lines[at].Kind == SourceLineKind.Noise);
        return at < lines.Count ? at : -1;
    }

    private static int LastText(List<SourceLine> lines, int before)
    {
        do before--;
        while (lines[before].Kind == SourceLineKind.Noise);
        return before;
    }
}
