namespace H2Ask.Core.Answering.Extractive;

/// <summary>Finds the lists that a line of a document belongs to.</summary>
internal static class ListReading
{
    /// <summary>A line as short as this may be the head of what follows.</summary>
    private const int LongestHead = 40;

    /// <summary>So many lines back is the sentence looked for that announces what has no marks.</summary>
    private const int Reach = 10;

    /// <summary>The lists that a line opens or stands in, the innermost first.</summary>
    public static IEnumerable<FoundList> Around(IReadOnlyList<ListLine> lines, int at)
    {
        if (OpenedBy(lines, at) is { } opened) yield return opened;
        if (Named(lines, at) is { } named) yield return named;
        var inner = int.MaxValue;
        for (var i = at; i >= 0; i--)
        {
            if (lines[i].Mark is not { } mark || mark.Rank >= inner) continue;
            if (mark.Rank == ListMark.Division) yield break;
            inner = mark.Rank;
            if (FirstOf(lines, i, mark) is { } first && From(lines, first) is { } list && list.Holds(at)) yield return list;
        }
    }

    /// <summary>Whether a line stands in an item of which the list can't be told because it begins before the lines or its second item stands after them.</summary>
    public static bool IsCut(IReadOnlyList<ListLine> lines, int at)
    {
        for (var i = at; i >= 0; i--)
        {
            if (lines[i].Mark is not { } mark) continue;
            if (mark.Rank == ListMark.Division) return false;
            return FirstOf(lines, i, mark) is not { } first || lines.Skip(first + 1).All(line => line.Mark is not { } next || next.Rank > mark.Rank);
        }

        return false;
    }

    private static FoundList? OpenedBy(IReadOnlyList<ListLine> lines, int at) =>
        at + 1 < lines.Count && lines[at + 1].Mark is { IsFirst: true } first && (lines[at].Mark is not { } mark || mark.Rank < first.Rank) && FirstOf(lines, at + 1, first) == at + 1 ? From(lines, at + 1) : null;

    /// <summary>The first item of the list that an item belongs to; null where it can't be found.</summary>
    private static int? FirstOf(IReadOnlyList<ListLine> lines, int item, ListMark mark)
    {
        var first = item;
        for (var i = item - 1; i >= 0 && mark.Number != 1; i--)
        {
            if (mark.IsUncounted && Ends(lines, i, item)) break;
            if (lines[i].Mark is not { } before || before.Rank > mark.Rank) continue;
            if (!before.IsBefore(mark)) break;
            (first, mark) = (i, before);
        }

        return mark.IsFirst ? first : null;
    }

    /// <summary>The list that begins with an item; null where nothing follows it.</summary>
    private static FoundList? From(IReadOnlyList<ListLine> lines, int first)
    {
        var items = new List<int> { first };
        var mark = lines[first].Mark!.Value;
        var end = first + 1;
        for (; end < lines.Count; end++)
        {
            if (mark.IsUncounted && Ends(lines, end, first)) break;
            if (lines[end].Mark is not { } next || next.Rank > mark.Rank) continue;
            if (!mark.IsBefore(next)) break;
            items.Add(end);
            mark = next;
        }

        if (items.Count < 2) return null;
        return new FoundList(LeadOf(lines, first), items, EndOf(lines, items, end)) { IsOpen = end == lines.Count && IsUnder(lines[^1], lines[first]) };
    }

    /// <summary>Whether a line ends a list of marks that count nothing: it stands in another section, or announces another list.</summary>
    private static bool Ends(IReadOnlyList<ListLine> lines, int at, int item) =>
        !lines[at].Hit.Passage.Section.SequenceEqual(lines[item].Hit.Passage.Section) || (lines[at].Mark is null && (lines[at].Words[^1] is '：' or ':' || Announcement.Of(lines[at].Words) is not null));

    /// <summary>Whether a line stands in the section that a list stands in, the one that its item heads aside.</summary>
    private static bool IsUnder(ListLine line, ListLine item)
    {
        var section = item.Hit.Passage.Section;
        var above = section.Count > 0 && ListMark.Of(section[^1])?.Rank == item.Mark?.Rank ? section.Count - 1 : section.Count;
        return line.Hit.Passage.Section.Take(above).SequenceEqual(section.Take(above));
    }

    /// <summary>The last item ends with its section, and is no longer than the longest before it: what follows is no part of the list.</summary>
    private static int EndOf(IReadOnlyList<ListLine> lines, List<int> items, int most)
    {
        var last = items[^1];
        var longest = Enumerable.Range(0, items.Count - 1).Max(item => items[item + 1] - items[item]);
        var end = last + 1;
        while (end < most && end < last + longest && lines[end].Hit.Passage.Section.SequenceEqual(lines[last].Hit.Passage.Section)) end++;
        return end;
    }

    private static int? LeadOf(IReadOnlyList<ListLine> lines, int first)
    {
        if (first == 0) return null;
        var words = lines[first - 1].Words;
        return words.Length > 0 && (words[^1] is '：' or ':' || words.Length <= LongestHead || Announcement.Of(words) is not null) ? first - 1 : null;
    }

    /// <summary>A list without marks: as many sentences as were announced, each of which names what was announced; or those between semicolons.</summary>
    private static FoundList? Named(IReadOnlyList<ListLine> lines, int at)
    {
        for (var lead = at; lead >= Math.Max(0, at - Reach); lead--)
        {
            if (lines[lead].Mark is { Rank: ListMark.Division }) return null;
            if (ItemsAfter(lines, lead) is { } items && at <= items[^1]) return new FoundList(lead, items, items[^1] + 1);
        }

        return null;
    }

    private static List<int>? ItemsAfter(IReadOnlyList<ListLine> lines, int lead)
    {
        var words = lines[lead].Words;
        if (lead + 2 >= lines.Count || lines[lead + 1].Mark is not null || !Announcement.IsIn(words)) return null;
        if (words[^1] is '：' or ':')
        {
            var last = lead + 1;
            while (last + 1 < lines.Count && lines[last].Words[^1] is '；' or ';') last++;
            return last > lead + 1 ? [.. Enumerable.Range(lead + 1, last - lead)] : null;
        }

        if (Announcement.Of(words) is not var (count, name)) return null;
        var items = new List<int>();
        for (var i = lead + 1; i < lines.Count && items.Count < count && i <= lead + (3 * count); i++)
        {
            if (Names(lines[i].Words, name)) items.Add(i);
        }

        return items.Count == count && items[0] == lead + 1 ? items : null;
    }

    /// <summary>Whether a sentence begins with one of the things: 桥北书坊，….</summary>
    private static bool Names(string words, string name)
    {
        var end = words.AsSpan().IndexOfAny("，。：:—");
        return end > 0 && words.AsSpan(0, end).TrimEnd('”').EndsWith(name.AsSpan(name.Length - 2), StringComparison.Ordinal);
    }
}
