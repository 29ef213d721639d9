using H2Ask.Core.Corpus.Cleaning;
using H2Ask.Core.Text;

namespace H2Ask.Core.Corpus.Structure;

/// <summary>Reads the outline of a document: its headings and numbered items, nested.</summary>
internal static class SectionReader
{
    /// <summary>The longest sentence that counts as a list's lead-in.</summary>
    private const int LongestLeadIn = 150;

    /// <summary>Reads the headings and items of a clean text in their order, nested, with titles and lead-ins.</summary>
    /// <param name="clean">The text.</param>
    /// <param name="titles">Where the document's head line and title stand in it; numbers in them are none of its outline.</param>
    /// <param name="boundaries">Places in it where the document's own title begins and ends.</param>
    /// <param name="marked">Headings that the file's format tells: their places and levels.</param>
    public static List<Heading> Read(
        CleanText clean, IReadOnlyList<TextSpan> titles, IReadOnlyList<int> boundaries, IReadOnlyList<(TextSpan Span, int Level)> marked)
    {
        var headings = OutlineReader.Read(clean, titles, boundaries, marked);
        CloseEnds(headings, clean.Text.Length, boundaries.Count > 0 ? boundaries[0] : 0);
        for (var i = 0; i < headings.Count; i++)
        {
            var heading = headings[i];
            var next = i + 1 < headings.Count ? headings[i + 1] : null;
            var end = next?.Start ?? clean.Text.Length;
            if (clean.Text.AsSpan(heading.TextStart, end - heading.TextStart).IndexOfAny('\n', CleanText.Gap) is var line and >= 0) end = heading.TextStart + line;
            var hasChildren = next is not null && next.Parent == heading;
            HeadingTitle.Read(clean.Text, heading, end, hasBody: heading.End > end + 1 || hasChildren, hasChildren);
            HeadingTitle.Show(clean, heading, end);
            heading.Level = 1 + LevelOfSection(heading.Parent);
            heading.LeadIn = LeadInOf(clean.Text, heading, i > 0 ? headings[i - 1] : null);
        }

        return headings;
    }

    /// <summary>The sections that are shown, with places in the file.</summary>
    public static List<Section> ToSections(CleanText clean, IReadOnlyList<Heading> headings, int offset, int documentEnd)
    {
        var sections = new List<Section>();
        foreach (var heading in headings)
        {
            if (!heading.IsSection) continue;
            var end = heading.End < clean.Text.Length ? clean.PlaceOf(heading.End) : documentEnd;
            sections.Add(new Section(heading.Level, heading.Written, heading.Shown, clean.PlaceOf(heading.Start) + offset, end + offset));
        }

        return sections;
    }

    private static int LevelOfSection(Heading? heading)
    {
        while (heading is not null && !heading.IsSection) heading = heading.Parent;
        return heading?.Level ?? 0;
    }

    private static void CloseEnds(List<Heading> headings, int length, int restart)
    {
        var open = new Stack<Heading>();
        foreach (var heading in headings)
        {
            while (open.Count > 0 && heading.Parent != open.Peek()) Close(open.Pop(), heading.Start);
            open.Push(heading);
        }

        while (open.Count > 0) Close(open.Pop(), length);

        void Close(Heading heading, int end) => heading.End = heading.Start < restart && end > restart ? restart : end;
    }

    private static TextSpan LeadInOf(string text, Heading item, Heading? before)
    {
        if (item.Kind <= NumberKind.Path) return default;
        if (before is not null && before.Kind == item.Kind && before.Parent == item.Parent) return before.LeadIn;
        if (before is not null && item.Parent != before && before.Kind != NumberKind.Marked && before.Rank > item.Rank) return SiblingLeadIn(item, before);
        var from = before?.Start ?? 0;
        var end = item.Start;
        while (end > from && Characters.IsBlank(text[end - 1])) end--;
        if (end == from || text[end - 1] is not ('：' or ':')) return default;
        var start = Math.Max(from, end - LongestLeadIn);
        var stop = text.AsSpan(start, end - 1 - start).LastIndexOfAny("。！？；\n");
        return new TextSpan(stop < 0 ? start : start + stop + 1, end);
    }

    private static TextSpan SiblingLeadIn(Heading item, Heading before)
    {
        for (var heading = before; heading is not null; heading = heading.Parent)
        {
            if (heading.Kind == item.Kind && heading.Parent == item.Parent) return heading.LeadIn;
        }

        return default;
    }
}
