using System.Text;
using System.Text.RegularExpressions;
using H2Ask.Core.Corpus;
using H2Ask.Core.Text;

namespace H2Ask.Core.Retrieval.Findings;

/// <summary>Reads the sentences and rows of found passages.</summary>
internal static partial class FindingReader
{
    /// <summary>A sentence of which less stands in the source can't be cited.</summary>
    private const double LeastShareInSource = 0.9;

    /// <summary>No more bodies sign together.</summary>
    private const int MostSigning = 12;

    /// <summary>A sentence with fewer letters says nothing alone.</summary>
    private const int FewestLetters = 4;

    /// <summary>Adds the findings of a passage.</summary>
    public static void Read(int hit, Passage passage, List<Finding> findings)
    {
        var first = findings.Count;
        var alignment = SourceAlignment.Of(passage.SearchText, passage.Text);
        var rows = RowsOf(passage.Text);
        foreach (var line in LinesOf(passage.SearchText))
        {
            if (rows.Count > 0 && TakeRow(rows, passage, line) is { } row)
            {
                findings.Add(new Finding(hit, findings.Count - first, row, line, line.Of(passage.SearchText).ToString(), IsRow: true));
                continue;
            }

            foreach (var run in SentencesOf(passage.SearchText, line))
            {
                if (CountLetters(run.Of(passage.SearchText)) < FewestLetters && !IsShortName(run.Of(passage.SearchText))) continue;
                if (alignment.ShareFound(passage.SearchText, run) < LeastShareInSource || alignment.Find(run) is not { } place) continue;
                findings.Add(new Finding(hit, findings.Count - first, WithEnd(passage.Text, place), run, run.Of(passage.SearchText).ToString(), IsRow: false));
            }
        }

        JoinSignatures(findings, first, passage);
        AddLeadIns(findings, first, passage.Text, alignment.IsFromStart ? null : passage.SearchText[..passage.SearchText.IndexOf('\n', StringComparison.Ordinal)]);
    }

    /// <summary>Tells the items of lists what leads in to them.</summary>
    /// <param name="findings">The findings.</param>
    /// <param name="first">The first one of the passage.</param>
    /// <param name="text">The passage's text.</param>
    /// <param name="opening">What leads in to a list that the passage begins with or goes on with; null where it does neither.</param>
    private static void AddLeadIns(List<Finding> findings, int first, string text, string? opening)
    {
        // Of each kind of mark what leads in to its items, and whether only to those in the same line.
        var leadIns = new Dictionary<string, (string Words, bool InLine)>(StringComparer.Ordinal);
        for (var i = first; i < findings.Count; i++)
        {
            var words = findings[i].Words;
            var kind = ItemMark.KindOf(words);
            if (i > first && !findings[i].Follows(findings[i - 1], text))
            {
                foreach (var ended in leadIns.Where(open => open.Value.InLine || (kind is null && open.Key == ItemMark.Dashed)).Select(open => open.Key).ToArray()) leadIns.Remove(ended);
            }

            if (kind is not null)
            {
                var isOpened = i > first && ItemMark.OpenedBy(findings[i - 1].Words, words) == kind;
                if (i == first && opening is not null) leadIns[kind] = (opening, InLine: false);
                else if (ItemMark.IsFirst(words) && !isOpened) leadIns.Remove(kind);
                if (leadIns.TryGetValue(kind, out var leadIn)) findings[i] = findings[i] with { LeadIn = leadIn.Words };
            }

            if (ItemMark.OpenedBy(words, i + 1 < findings.Count ? findings[i + 1].Words : null) is { } opened) leadIns[opened] = (words, InLine: words[^1] is not ('：' or ':'));
        }
    }

    /// <summary>Makes one finding of the bodies that sign one below the other, at the end of a passage or above a date.</summary>
    private static void JoinSignatures(List<Finding> findings, int first, Passage passage)
    {
        for (var i = first; i < findings.Count; i++)
        {
            var last = i;
            while (last - i < MostSigning && last < findings.Count && Body().IsMatch(findings[last].Words) && (last == i || IsBelow(findings[last - 1], findings[last], passage.Text))) last++;
            // Names behind a colon are a list.
            if (last - i < 2 || (i > first && findings[i - 1].Words[^1] is ('：' or ':')) || (last < findings.Count && !Date().IsMatch(findings[last].Words))) continue;
            var place = new TextSpan(findings[i].Place.Start, findings[last - 1].Place.End);
            var searched = new TextSpan(findings[i].Searched.Start, findings[last - 1].Searched.End);
            findings[i] = findings[i] with { Place = place, Searched = searched, Words = searched.Of(passage.SearchText).ToString() };
            findings.RemoveRange(i + 1, last - i - 1);
        }

        for (var i = first; i < findings.Count; i++) findings[i] = findings[i] with { Order = i - first };
    }

    private static bool IsBelow(Finding before, Finding finding, string text) =>
        before.Place.End <= finding.Place.Start && text.AsSpan(before.Place.End, finding.Place.Start - before.Place.End).IsWhiteSpace();

    private static IEnumerable<TextSpan> LinesOf(string text)
    {
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf('\n', start);
            if (end < 0) end = text.Length;
            if (end > start) yield return new TextSpan(start, end);
            start = end + 1;
        }
    }

    /// <summary>The sentences of a line, each with the note behind it on who sees to it.</summary>
    private static List<TextSpan> SentencesOf(string text, TextSpan line)
    {
        var sentences = new List<TextSpan>();
        foreach (var sentence in Sentences.In(line.Of(text)))
        {
            var run = sentence.Shift(line.Start);
            if (sentences.Count > 0 && DutyNote.LengthAt(run.Of(text)) is > 0 and var length)
            {
                sentences[^1] = sentences[^1] with { End = run.Start + length };
                run = run with { Start = run.Start + length };
                while (run.Length > 0 && (char.IsWhiteSpace(text[run.Start]) || Characters.IsSentenceEnd(text[run.Start]))) run = run with { Start = run.Start + 1 };
            }

            if (run.Length > 0) sentences.Add(run);
        }

        return sentences;
    }

    private static List<(TextSpan Place, string Cells)> RowsOf(string text) => !text.Contains('\t') ? [] :
        [.. LinesOf(text).Where(line => line.Of(text).Trim().Contains('\t')).Select(line => (line, Plain(line.Of(text))))];

    /// <summary>The first row whose cells stand in the line one after the other: their heads are put between them there. Of a row in two lines both.</summary>
    private static TextSpan? TakeRow(List<(TextSpan Place, string Cells)> rows, Passage passage, TextSpan line)
    {
        var words = Plain(line.Of(passage.SearchText));
        for (var i = 0; i < rows.Count; i++)
        {
            var end = FindCells(words, 0, rows[i].Cells);
            if (end < 0) continue;
            var last = i;
            while (last + 1 < rows.Count && FindCells(words, end, rows[last + 1].Cells) is var next and >= 0) (last, end) = (last + 1, next);
            var place = new TextSpan(rows[i].Place.Start, rows[last].Place.End);
            rows.RemoveRange(i, last + 1 - i);
            var text = place.Of(passage.Text);
            return new TextSpan(place.End - text.TrimStart().Length, place.Start + text.TrimEnd().Length);
        }

        return null;
    }

    /// <summary>Where the last of a row's cells ends in a text; -1 where they do not all stand in it one after the other, or are fewer than two.</summary>
    private static int FindCells(string text, int from, string row)
    {
        var cells = 0;
        foreach (var range in row.AsSpan().Split('\t'))
        {
            var cell = row.AsSpan(range);
            if (cell.IsEmpty) continue;
            var step = text.AsSpan(from).IndexOf(cell, StringComparison.Ordinal);
            if (step < 0) return -1;
            from += step + cell.Length;
            cells++;
        }

        return cells > 1 ? from : -1;
    }

    /// <summary>A text without what cleaning takes away: its letters, the points of its numbers, and the marks between its cells.</summary>
    private static string Plain(ReadOnlySpan<char> text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (c is '\t' or '.' || char.IsLetterOrDigit(c)) plain.Append(TermReader.Fold(c));
        }

        return plain.ToString();
    }

    /// <summary>A run of a passage's text with the mark that ends it, the brackets that open and close it, and the signs of its first and last figure.</summary>
    public static TextSpan WithEnd(string text, TextSpan place)
    {
        var (start, end) = (place.Start, place.End);
        while (end < text.Length && (Characters.IsSentenceEnd(text[end]) || Characters.IsCloser(text[end]) || text[end] is '%' or '％' or '‰' or '℃' or '°' or '.')) end++;
        while (start > 0 && (text[start - 1] is '（' or '“' or '《' or '(' or '"' or '【' or '≥' or '≤' or '±')) start--;
        return new TextSpan(start, end);
    }

    /// <summary>A line that is the name of a body and nothing else.</summary>
    [GeneratedRegex("^[\\p{IsCJKUnifiedIdeographs}（）·\\s]{2,30}(?:部|委|局|厅|会|办公室|政府|院|总署|公司|中心|银行)\\s*$")]
    private static partial Regex Body();

    [GeneratedRegex("^\\s*(?:20[0-9]{2}|[二〇零○O0-9]{4})\\s*年.{1,8}日")]
    private static partial Regex Date();

    /// <summary>A body or the head of an item that three letters name: 财政部, （一）制氢。</summary>
    private static bool IsShortName(ReadOnlySpan<char> text) => CountLetters(text) == FewestLetters - 1 && (Body().IsMatch(text) || ItemMark.KindOf(text.ToString()) is not null);

    private static int CountLetters(ReadOnlySpan<char> text)
    {
        var letters = 0;
        foreach (var c in text)
        {
            if (char.IsLetterOrDigit(c)) letters++;
        }

        return letters;
    }
}
