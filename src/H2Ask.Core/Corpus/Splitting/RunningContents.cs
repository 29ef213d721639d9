using H2Ask.Core.Text;

namespace H2Ask.Core.Corpus.Splitting;

/// <summary>Finds a table of contents in running text: 目录 and short numbered items, the first of which comes again below.</summary>
internal static class RunningContents
{
    private const int LongestItem = 70;
    private const int LongestContents = 8000;

    /// <summary>Where the table of contents of a document stands; empty where it has none.</summary>
    public static TextSpan Find(string text, TextSpan document)
    {
        for (var at = document.Start; at < document.End; at++)
        {
            var found = text.AsSpan(at, Math.Min(document.End, document.Start + LongestContents) - at).IndexOf('目');
            if (found < 0) return default;
            at += found;
            var first = HeadingEnd(text, at, document);
            if (first < 0) continue;
            var stop = End(text, first, document.End);
            if (stop > first) return new TextSpan(at, stop);
        }

        return default;
    }

    private static int HeadingEnd(string text, int at, TextSpan document)
    {
        if (at > document.Start && !Wording.IsBlank(text[at - 1]) && text[at - 1] is not ('。' or '日' or '）' or ')')) return -1;
        var next = Wording.SkipBlanks(text, at + 1, document.End);
        if (next >= document.End || text[next] != '录') return -1;
        next = Wording.SkipBlanks(text, next + 1, document.End);
        return Numbering.StartsFirst(text, next, document.End) ? next : -1;
    }

    private static int End(string text, int first, int end)
    {
        var items = 0;
        var itemStart = first;
        var itemNumber = Math.Max(Numbering.End(text, first, end), first + 2);
        var firstItem = string.Empty;
        for (var at = itemNumber; at < end; at++)
        {
            var number = StartsItem(text, at, end) ? Numbering.End(text, at, end) : -1;
            if (number > 0)
            {
                if (items++ == 0) firstItem = text[itemStart..at].TrimEnd();
                else if (string.CompareOrdinal(text, at, firstItem, 0, firstItem.Length) == 0) return Again(text, itemStart, at, firstItem);
                itemStart = at;
                at = number - 1;
                continue;
            }

            if (at - itemStart > LongestItem || Wording.EndsSentence(text[at])) return items < 3 ? -1 : LastItemEnd(text, itemStart, end, firstItem);
        }

        return -1;
    }

    private static bool StartsItem(string text, int at, int end) =>
        Wording.IsBlank(text[at - 1]) || text[at] is '(' or '（' or '第' || (at + 1 < end && text[at + 1] == '、') || (at + 2 < end && text[at + 2] == '、');

    private static int Again(string text, int itemStart, int at, string firstItem) =>
        firstItem.Length > 2 ? Wording.Trim(text, itemStart, at).End : -1;

    // The last item runs into the text; it ends where it ends when it comes again as a heading.
    private static int LastItemEnd(string text, int itemStart, int end, string firstItem)
    {
        var body = text.AsSpan(itemStart, end - itemStart).IndexOf(firstItem, StringComparison.Ordinal);
        if (body <= 0) return -1;
        body += itemStart;
        var seed = text.AsSpan(itemStart, Math.Min(6, body - itemStart));
        var again = text.AsSpan(body, end - body).LastIndexOf(seed, StringComparison.Ordinal);
        if (again < 0) return itemStart;
        again += body;
        var length = 0;
        while (itemStart + length < body && again + length < end && text[itemStart + length] == text[again + length]) length++;
        return Wording.Trim(text, itemStart, itemStart + length).End;
    }
}
