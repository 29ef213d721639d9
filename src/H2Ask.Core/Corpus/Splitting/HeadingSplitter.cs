using H2Ask.Core.Corpus.Reading;
using H2Ask.Core.Text;

namespace H2Ask.Core.Corpus.Splitting;

/// <summary>Splits a text whose format marks headings at those of the highest level that are titles of documents.</summary>
internal static class HeadingSplitter
{
    private const int Levels = 6;

    /// <summary>The heading of the highest level, where there is but one and it is no chapter; empty otherwise.</summary>
    public static TextSpan Only(SourceText source)
    {
        for (var level = 1; level <= Levels; level++)
        {
            var headings = OfLevel(source, level);
            if (headings.Count == 0) continue;
            return headings.Count == 1 && Numbering.End(source.Text, headings[0].Start, headings[0].End) < 0 ? headings[0] : default;
        }

        return default;
    }

    /// <summary>The highest level whose headings are titles of several documents rather than chapters of one; 0 where there is none.</summary>
    public static int Level(SourceText source)
    {
        for (var level = 1; level <= Levels; level++)
        {
            var headings = OfLevel(source, level);
            if (headings.Count == 0) continue;
            if (headings.Count > 1 && headings.FindAll(heading => TitleForm.IsTitle(source.Text, heading)).Count * 2 > headings.Count) return level;
            // Below the one title of a document stand its chapters.
            if (headings.Count == 1 && TitleForm.IsTitle(source.Text, headings[0])) return 0;
        }

        return 0;
    }

    /// <summary>The headings of a level, without their marks and numbers.</summary>
    public static List<TextSpan> OfLevel(SourceText source, int level)
    {
        var headings = new List<TextSpan>();
        foreach (var mark in source.Marks)
        {
            if (mark.Kind != SourceMarkKind.Heading || mark.Level != level) continue;
            var span = Wording.Trim(source.Text, mark.Span.Start, mark.Span.End);
            var start = span.Start;
            while (start < span.End && (source.Text[start] == '#' || Wording.IsBlank(source.Text[start]))) start++;
            if (CompilationHead.Read(source.Text, new TextSpan(start, span.End)).Title is { Length: > 0 } title) headings.Add(title);
            else if (start < span.End) headings.Add(new TextSpan(start, span.End));
        }

        return headings;
    }

    /// <summary>One document from each heading to the next, the first from a place that may be before its heading.</summary>
    public static List<DraftDocument> Split(string text, int first, List<TextSpan> top, List<Contents> contents)
    {
        var drafts = new List<DraftDocument>(top.Count);
        for (var i = 0; i < top.Count; i++)
        {
            var start = i == 0 ? first : LineStart(text, top[i].Start);
            var end = i + 1 < top.Count ? LineStart(text, top[i + 1].Start) : text.Length;
            var span = Wording.Trim(text, start, end);
            drafts.Add(new DraftDocument
            {
                Span = span,
                Title = Wording.Shown(top[i].Of(text)),
                TitleSpan = top[i],
                Omitted = Omission.Within(span, contents.Select(table => table.Span)),
            });
        }

        return drafts;
    }

    /// <summary>Where the line of a heading begins.</summary>
    public static int LineStart(string text, int at)
    {
        while (at > 0 && text[at - 1] is not ('\n' or '\r')) at--;
        return at;
    }
}
