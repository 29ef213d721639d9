using H2Ask.Core.Corpus.Reading;
using H2Ask.Core.Text;

namespace H2Ask.Core.Corpus.Splitting;

/// <summary>Splits a text whose format marks headings at those of the highest level that are titles of documents.</summary>
internal static class HeadingSplitter
{
    /// <summary>The headings of the highest level, without their marks.</summary>
    public static List<TextSpan> Top(SourceText source)
    {
        var top = new List<TextSpan>();
        var level = int.MaxValue;
        foreach (var mark in source.Marks)
        {
            if (mark.Kind == SourceMarkKind.Heading && mark.Level < level) level = mark.Level;
        }

        foreach (var mark in source.Marks)
        {
            if (mark.Kind != SourceMarkKind.Heading || mark.Level != level) continue;
            var span = Wording.Trim(source.Text, mark.Span.Start, mark.Span.End);
            var start = span.Start;
            while (start < span.End && (source.Text[start] == '#' || Wording.IsBlank(source.Text[start]))) start++;
            if (start < span.End) top.Add(new TextSpan(start, span.End));
        }

        return top;
    }

    /// <summary>Whether the headings are titles of several documents rather than the chapters of one.</summary>
    public static bool AreTitles(string text, List<TextSpan> top) =>
        top.Count > 1 && top.FindAll(heading => TitleForm.IsTitle(text, heading)).Count * 2 > top.Count;

    /// <summary>One document from each heading to the next; what stands before the first belongs to it.</summary>
    public static List<DraftDocument> Split(string text, List<TextSpan> top, List<Contents> contents)
    {
        var drafts = new List<DraftDocument>(top.Count);
        for (var i = 0; i < top.Count; i++)
        {
            var start = i == 0 ? 0 : LineStart(text, top[i].Start);
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

    private static int LineStart(string text, int at)
    {
        while (at > 0 && text[at - 1] is '#' or ' ') at--;
        return at;
    }
}
