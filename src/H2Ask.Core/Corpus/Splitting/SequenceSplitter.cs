using H2Ask.Core.Text;

namespace H2Ask.Core.Corpus.Splitting;

/// <summary>Splits a text in which documents stand one after the other, a notice and what it issues being one.</summary>
internal static class SequenceSplitter
{
    private const int FarthestHeading = 4000;
    private const int LongestNotice = 2000;
    private const int ShortestLoneTitle = 10;

    /// <summary>The lines that begin something with the form of a document: documents, what notices issue, annexes, repeated openings.</summary>
    public static List<Opening> Openings(string text, List<TextSpan> lines, List<Contents> contents)
    {
        var openings = new List<Opening>();
        var ends = new List<int>();
        var skipTo = 0;
        var table = 0;
        for (var i = 0; i < lines.Count; i++)
        {
            var line = lines[i];
            while (table < contents.Count && contents[table].Span.End <= line.Start) table++;
            if (line.Start < skipTo || (table < contents.Count && contents[table].Span.Start <= line.Start)) continue;
            var opening = At(text, line, ends);
            if (!opening.Exists) continue;
            if (!opening.Sure && !BeginsNumbering(text, lines, i, opening)) continue;
            openings.Add(opening with { Sure = true });
            skipTo = opening.Title.End;
        }

        return openings;
    }

    /// <summary>Splits the text at those openings that begin a document of their own.</summary>
    public static List<DraftDocument> Split(string text, int end, List<TextSpan> lines, List<Contents> contents, List<Opening> openings)
    {
        var documents = new List<SequenceDocument>();
        foreach (var opening in openings)
        {
            if (opening.Start >= end) break;
            var current = documents.Count > 0 ? documents[^1] : null;
            if (current is null && IsAnnex(text, lines, opening)) continue;
            if (current is null) documents.Add(new SequenceDocument(text, StartOfFirst(text, lines, contents, opening), opening.Title));
            else if (!current.Takes(opening, HasText(text, lines, contents, current.Title.End, opening.Start), IsAnnex(text, lines, opening)))
                documents.Add(new SequenceDocument(text, opening.Start, opening.Title));
        }

        var drafts = new List<DraftDocument>(documents.Count + 1);
        if (documents.Count == 0) return drafts;
        var lead = Wording.Trim(text, 0, documents[0].Start);
        if (lead.Length > 0) drafts.Add(SingleDocument.Make(text, lead, lines, contents, string.Empty));
        for (var i = 0; i < documents.Count; i++)
        {
            drafts.Add(documents[i].Draft(i + 1 < documents.Count ? EndBefore(text, lines, documents[i], documents[i + 1]) : end, contents));
        }

        return drafts;
    }

    // Documents may be numbered; then only a 文号 or a salutation tells a title from an item.
    private static Opening At(string text, TextSpan line, List<int> ends)
    {
        var start = line.Start;
        while (start < line.End - 1 && (text[start] is '#' or '*' || Wording.IsBlank(text[start]))) start++;
        var number = Numbering.End(text, start, line.End);
        if (number < 0)
        {
            var plain = OpeningFinder.AtLine(text, start, text.Length, ends);
            return plain.Exists ? plain with { Start = line.Start } : plain;
        }

        var opening = OpeningFinder.AtLine(text, Wording.SkipBlanks(text, number, line.End), text.Length, ends);
        return opening.Exists && OpeningFinder.IsAddressed(text, opening.Title.End, text.Length) ? opening with { Start = line.Start } : Opening.None;
    }

    private static int EndBefore(string text, List<TextSpan> lines, SequenceDocument document, SequenceDocument next) =>
        ChapterHeading.FirstBefore(text, lines, TextLines.IndexAt(lines, document.Title.End), TextLines.IndexAt(lines, next.Start));

    // What stands before the first title (a contents table, a file's particulars) belongs to it unless it is a text of its own.
    private static int StartOfFirst(string text, List<TextSpan> lines, List<Contents> contents, Opening opening) =>
        FrontMatter.IsText(text, lines, contents, opening.Start) ? opening.Start : Wording.SkipBlanks(text, 0, opening.Start);

    // A title that stands alone and is followed by 一、 or 第一章 begins a document: numbering starts anew only there.
    private static bool BeginsNumbering(string text, List<TextSpan> lines, int index, Opening opening)
    {
        if (opening.Title.Length < ShortestLoneTitle) return false;
        for (var i = index + 1; i < lines.Count && lines[i].Start - opening.Start < FarthestHeading; i++)
        {
            var line = lines[i];
            if (line.Start < opening.Title.End) continue;
            if (Numbering.StartsFirst(text, line.Start, line.End)) return true;
            if (text[line.Start] is '（' or '(' or '第' || char.IsDigit(text[line.Start]) || line.Length < 40 && Numbering.End(text, line.Start, line.End) > 0)
                return false;
        }

        return false;
    }

    private static bool HasText(string text, List<TextSpan> lines, List<Contents> contents, int start, int end)
    {
        var first = TextLines.IndexAt(lines, start);
        for (var i = first; i < lines.Count && lines[i].Start < end; i++)
        {
            var line = lines[i];
            if (i - first > LongestNotice) return true;
            if (Numbering.StartsFirst(text, line.Start, line.End) && !ContentsFinder.IsHeading(text, line)
                && !Contents.Cover(contents, line))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsAnnex(string text, List<TextSpan> lines, Opening opening)
    {
        var index = TextLines.IndexAt(lines, opening.Start);
        if (index == 0) return false;
        var before = lines[index - 1];
        return before.Length <= 12 && (Wording.StandsAt(text, before.Start, before.End, "附件") || Wording.StandsAt(text, before.Start, before.End, "附录")
            || Wording.StandsAt(text, before.Start, before.End, "附表") || Wording.StandsAt(text, before.Start, before.End, "附："));
    }
}
