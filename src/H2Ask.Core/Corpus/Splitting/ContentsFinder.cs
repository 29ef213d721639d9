using H2Ask.Core.Text;

namespace H2Ask.Core.Corpus.Splitting;

/// <summary>Finds tables of contents: by page numbers behind leaders, or by a heading 目录 whose lines come again below.</summary>
internal static class ContentsFinder
{
    private const int LongestEntry = 260;
    private const int FewestEntries = 3;
    private const int LongestContents = 2000;

    private static readonly char[] Digits = [.. "0123456789"];

    /// <summary>Finds the tables of contents among the lines of a text.</summary>
    public static List<Contents> Find(string text, List<TextSpan> lines)
    {
        var found = new List<Contents>();
        Dictionary<string, List<int>>? places = null;
        var refused = -1;
        for (var i = 0; i < lines.Count; i++)
        {
            var headed = IsHeading(text, lines[i]);
            var first = headed ? i + 1 : i;
            if (first >= lines.Count || (!headed && (i <= refused || !IsPaged(text, lines[i], out _)))) continue;

            var last = LastPaged(text, lines, first, headed, out var read);
            // Lines that are no contents, such as a table's, are none from their second line on either.
            if (last < 0) refused = Math.Max(refused, read);
            if (last < 0 && headed)
            {
                places ??= Places(text, lines);
                last = LastRepeated(text, lines, first, places);
            }

            if (last < 0) continue;
            found.Add(new Contents(new TextSpan(lines[i].Start, lines[last].End)));
            i = last;
        }

        return found;
    }

    /// <summary>Whether a line is the heading of a table of contents.</summary>
    public static bool IsHeading(string text, TextSpan line) =>
        line.Length <= 12 && Wording.Key(line.Of(text)) is "目录" or "目次" or "总目录" or "contents" or "Contents" or "CONTENTS";

    /// <summary>An entry without leaders and page number.</summary>
    public static TextSpan WithoutPage(string text, TextSpan line)
    {
        IsPaged(text, line, out var stop);
        return Wording.Trim(text, line.Start, stop);
    }

    // A page number stands behind a tab, a wide gap or leaders; digits that follow a word directly belong to the word.
    private static bool IsPaged(string text, TextSpan line, out int stop)
    {
        stop = line.End;
        if (line.Length > LongestEntry) return false;
        var at = line.End;
        var bracketed = text[at - 1] is '）' or ')';
        if (bracketed) at--;
        var lastDigit = at;
        while (at > line.Start && char.IsDigit(text[at - 1])) at--;
        var digits = lastDigit - at;
        if (digits > 4) return false;
        if (bracketed && (digits == 0 || at == line.Start || text[--at] is not ('（' or '('))) return false;
        var page = at;
        var leaders = 0;
        var wide = false;
        while (at > line.Start && (text[at - 1] is '.' or '…' or '·' or '．' or '•' || Wording.IsBlank(text[at - 1])))
        {
            if (text[at - 1] == '\t') wide = true;
            else if (!Wording.IsBlank(text[at - 1])) leaders += text[at - 1] == '…' ? 3 : 1;
            at--;
        }

        if (at - line.Start < 2 || text.AsSpan(line.Start, at - line.Start).Contains('\t')) return false;
        if (leaders < 3 && !(digits > 0 && (wide || page - at >= 2))) return false;
        stop = at;
        return true;
    }

    private static int LastPaged(string text, List<TextSpan> lines, int first, bool headed, out int last)
    {
        var (paged, leaders, page, falls) = (0, 0, 0, 0);
        last = -1;
        for (var i = first; i < lines.Count && i - first < LongestContents && i - (last < 0 ? first : last) <= (last < 0 ? 1 : 3); i++)
        {
            if (!IsPaged(text, lines[i], out var stop)) continue;
            paged++;
            last = i;
            if (text.AsSpan(stop, lines[i].End - stop).IndexOfAny('.', '…', '·') >= 0) leaders++;
            var digits = lines[i].Of(text)[^Math.Min(4, lines[i].Length)..];
            var number = PageOf(digits);
            if (number > 0 && number < page) falls++;
            if (number > 0) page = number;
        }

        // Tables end in numbers too; only contents have leaders or a heading, and pages that do not fall.
        return paged >= FewestEntries && falls * 5 <= paged && (headed || leaders * 3 >= paged) ? last : -1;
    }

    private static int PageOf(ReadOnlySpan<char> tail)
    {
        tail = tail.TrimEnd("）)");
        var at = tail.Length;
        while (at > 0 && char.IsAsciiDigit(tail[at - 1])) at--;
        return int.TryParse(tail[at..], out var number) ? number : 0;
    }

    private static Dictionary<string, List<int>> Places(string text, List<TextSpan> lines)
    {
        var places = new Dictionary<string, List<int>>();
        for (var i = 0; i < lines.Count; i++)
        {
            if (lines[i].Length > LongestEntry) continue;
            var key = Wording.Key(lines[i].Of(text));
            if (!places.TryGetValue(key, out var list)) places[key] = list = [];
            list.Add(i);
        }

        return places;
    }

    // The next line with the words of an entry; a page number may be glued to them.
    private static int NextPlace(Dictionary<string, List<int>> places, string key, int after)
    {
        if (!places.TryGetValue(key, out var list) || list[^1] <= after) places.TryGetValue(key.TrimEnd(Digits), out list);
        if (list is null) return -1;
        var index = list.BinarySearch(after + 1);
        index = index < 0 ? ~index : index;
        return index < list.Count ? list[index] : -1;
    }

    private static int LastRepeated(string text, List<TextSpan> lines, int first, Dictionary<string, List<int>> places)
    {
        var (last, count) = (-1, 0);
        var stop = lines.Count;
        for (var i = first; i < stop && i - first < LongestContents; i++)
        {
            var line = lines[i];
            if (line.Length > LongestEntry || Wording.EndsSentence(text[line.End - 1])) break;
            var again = NextPlace(places, Wording.Key(line.Of(text)), i);
            if (again < 0) continue;
            // Where the first entry comes again, the text has begun.
            if (count == 0) stop = Math.Min(stop, again);
            last = i;
            count++;
        }

        if (count < FewestEntries) return -1;
        // Entries whose headings run into their paragraphs below do not come again as lines.
        while (last + 1 < stop && IsEntry(text, lines[last + 1])) last++;
        return last;
    }

    private static bool IsEntry(string text, TextSpan line) =>
        line.Length <= 60 && Numbering.End(text, line.Start, line.End) > 0 && !Numbering.StartsFirst(text, line.Start, line.End)
        && !Wording.EndsSentence(text[line.End - 1]);
}
