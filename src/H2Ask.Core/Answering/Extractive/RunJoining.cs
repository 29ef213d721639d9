using H2Ask.Core.Retrieval;
using H2Ask.Core.Retrieval.Findings;
using H2Ask.Core.Text;

namespace H2Ask.Core.Answering.Extractive;

/// <summary>Joins chosen findings that stand together, with what can't stand without them: the items of a list, the sentences beside.</summary>
internal static class RunJoining
{
    /// <summary>A list longer than this is not stated as a whole.</summary>
    private const int LongestList = 700;

    /// <summary>An item as short as this says nothing without its lead-in.</summary>
    private const int ShortItem = 16;

    /// <summary>A name in a line of its own is no longer.</summary>
    private const int LongestName = 24;

    /// <summary>So many lines of a name each are a list.</summary>
    private const int FewestNames = 3;

    /// <summary>Findings that follow each other in one passage become one run; where lists are wanted, with the other items.</summary>
    public static List<Run> Join(List<ChosenFinding> chosen, IReadOnlyList<ScoredFinding> all, AnswerBreadth breadth, ClauseTrimming? trimming, bool asksWho, bool asksWhole)
    {
        var runs = new List<Run>();
        foreach (var passage in chosen.GroupBy(choice => choice.Finding.Hit))
        {
            var scored = all.Where(finding => finding.Hit == passage.Key).OrderBy(finding => finding.Finding.Order).ToArray();
            var findings = Array.ConvertAll(scored, finding => finding.Finding);
            foreach (var (first, last, isList) in Stretches(findings, passage, new Surroundings(scored, all[0].Share, asksWho, asksWhole), breadth))
            {
                var inside = passage.Where(choice => choice.Finding.Finding.Order >= first && choice.Finding.Finding.Order <= last).ToList();
                var run = first == last ? Trimmed(passage.Key, findings[first], trimming) : Whole(passage.Key, findings[first..(last + 1)]);
                runs.Add(run with
                {
                    Share = inside.Max(choice => choice.Finding.Share),
                    Key = isList || first == last || inside.Count > 1 || findings[first].IsRow ? null : inside[0].Finding.Finding.Words,
                    Repeated = [.. inside.SelectMany(choice => choice.Repeated).DistinctBy(hit => hit.Passage.Id)],
                });
            }
        }

        return [.. runs.OrderByDescending(run => run.Share)];
    }

    /// <summary>What of a passage is stated together: each list by itself, and what stands beside each other.</summary>
    private static List<(int First, int Last, bool IsList)> Stretches(Finding[] findings, IGrouping<SearchHit, ChosenFinding> chosen, Surroundings surroundings, AnswerBreadth breadth)
    {
        var lists = new List<(int First, int Last, bool IsList)>();
        var sentences = new SortedSet<int>();
        foreach (var order in chosen.Select(choice => choice.Finding.Finding.Order))
        {
            var (first, last) = WithItems(findings, chosen.Key.Passage.Text, order, breadth);
            if (first == last)
            {
                sentences.Add(order);
                continue;
            }

            // Two items of one list, or an item and its lead-in.
            var same = lists.FindIndex(list => first <= list.Last && list.First <= last);
            if (same < 0) lists.Add((first, last, true));
            else lists[same] = (Math.Min(first, lists[same].First), Math.Max(last, lists[same].Last), true);
        }

        sentences.RemoveWhere(IsListed);
        foreach (var (first, last) in Stretches(sentences).ToList()) sentences.UnionWith(surroundings.Of(first, last));
        sentences.RemoveWhere(IsListed);
        return [.. lists.Concat(Stretches(sentences).Select(stretch => (stretch.First, stretch.Last, false))).Where(stretch => chosen.Any(choice => stretch.First <= choice.Finding.Finding.Order && choice.Finding.Finding.Order <= stretch.Last))];

        bool IsListed(int order) => lists.Exists(list => list.First <= order && order <= list.Last);
    }

    // Of a table that is written otherwise than it is searched, a later row may stand before an earlier one.
    public static Run Whole(SearchHit hit, Finding[] findings) =>
        new(hit, new TextSpan(findings.Min(finding => finding.Place.Start), findings.Max(finding => finding.Place.End)), TextOf(hit, findings), 0);

    private static Run Trimmed(SearchHit hit, Finding finding, ClauseTrimming? trimming)
    {
        if (trimming?.Trim(finding, hit) is not { } kept) return Whole(hit, [finding]);
        var alignment = SourceAlignment.Of(hit.Passage.SearchText, hit.Passage.Text);
        if (alignment.Find(kept.Shift(finding.Searched.Start)) is not { } place) return Whole(hit, [finding]);
        return new Run(hit, FindingReader.WithEnd(hit.Passage.Text, place), kept.Of(finding.Words).ToString(), 0);
    }

    /// <summary>A sentence, and what can't stand without it or it without: the items after a lead-in, the items beside an item.</summary>
    private static (int First, int Last) WithItems(Finding[] findings, string text, int order, AnswerBreadth breadth)
    {
        var (first, last) = (order, order);
        var kind = ItemMark.KindOf(findings[order].Words);
        if (OpenedKind(findings, order) is { } opened)
        {
            last = LastItem(findings, order, opened);
        }
        else if (kind is not null && (breadth.TakesLists || findings[order].Words.Length <= ShortItem))
        {
            first = FirstItem(findings, order, kind);
            last = LastItem(findings, order, kind);
        }
        else if (breadth.TakesLists && IsName(findings[order]))
        {
            (first, last) = Names(findings, order);
        }

        var end = last;
        // The last item ends with its line, as those before it do.
        while (first < last && end + 1 < findings.Length && findings[end + 1].Follows(findings[end], text) && ItemMark.KindOf(findings[end + 1].Words) is null) end++;
        if (findings[end].Place.End - findings[first].Place.Start <= LongestList) last = end;
        return findings[last].Place.End - findings[first].Place.Start > LongestList ? (order, order) : (first, last);
    }

    /// <summary>A line of its own that is no sentence: one of the bodies that sign, one of the names of a list.</summary>
    private static bool IsName(Finding finding) =>
        !finding.IsRow && finding.Words.Length is > 0 and <= LongestName && !Characters.IsSentenceEnd(finding.Words[^1]) && !IsLeadIn(finding.Words) && ItemMark.KindOf(finding.Words) is null;

    /// <summary>The names that stand below each other, with what opens them; one alone where they are too few to be a list.</summary>
    private static (int First, int Last) Names(Finding[] findings, int order)
    {
        var (first, last) = (order, order);
        while (first > 0 && IsName(findings[first - 1])) first--;
        while (last + 1 < findings.Length && IsName(findings[last + 1])) last++;
        if (last - first + 1 < FewestNames) return (order, order);
        return (first > 0 && IsLeadIn(findings[first - 1].Words) ? first - 1 : first, last);
    }

    private static string? OpenedKind(Finding[] findings, int order) => ItemMark.OpenedBy(findings[order].Words, order + 1 < findings.Length ? findings[order + 1].Words : null);

    /// <summary>The first item of the list that an item belongs to, or the sentence that opens it.</summary>
    private static int FirstItem(Finding[] findings, int order, string kind)
    {
        var first = order;
        for (var i = order; i >= 0; i--)
        {
            if (OpenedKind(findings, i) == kind && i < order) return i;
            if (ItemMark.KindOf(findings[i].Words) != kind) continue;
            first = i;
            if (ItemMark.IsFirst(findings[i].Words)) return i > 0 && OpenedKind(findings, i - 1) == kind ? i - 1 : i;
        }

        return first;
    }

    private static int LastItem(Finding[] findings, int order, string kind)
    {
        var last = order;
        for (var i = order + 1; i < findings.Length; i++)
        {
            if (ItemMark.KindOf(findings[i].Words) != kind) continue;
            // Another list begins, unless it is the first one behind its lead-in.
            if (ItemMark.IsFirst(findings[i].Words) && !(i == order + 1 && IsLeadIn(findings[order].Words))) break;
            last = i;
        }

        return last;
    }

    private static bool IsLeadIn(string words) => words.Length > 0 && words[^1] is '：' or ':';

    private static IEnumerable<(int First, int Last)> Stretches(SortedSet<int> orders)
    {
        if (orders.Count == 0) yield break;
        var (first, last) = (orders.Min, orders.Min);
        foreach (var order in orders.Skip(1))
        {
            if (order > last + 1)
            {
                yield return (first, last);
                first = order;
            }

            last = order;
        }

        yield return (first, last);
    }

    private static string TextOf(SearchHit hit, Finding[] findings)
    {
        var text = findings[0].Words;
        for (var i = 1; i < findings.Length; i++)
        {
            var between = hit.Passage.Text.AsSpan(findings[i - 1].Place.End, Math.Max(0, findings[i].Place.Start - findings[i - 1].Place.End));
            text += between.ContainsAny('\n', '\r') || findings[i].IsRow || ItemMark.KindOf(findings[i].Words) is not null ? "\n" + findings[i].Words : findings[i].Words;
        }

        return text;
    }
}
