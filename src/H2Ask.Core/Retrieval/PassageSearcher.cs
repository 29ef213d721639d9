using H2Ask.Core.Index;
using H2Ask.Core.Retrieval.Findings;
using H2Ask.Core.Telemetry;

namespace H2Ask.Core.Retrieval;

/// <summary>Finds the passages that fit a question: by its words and, where the index has vectors, by what it means; those of which a sentence answers it best first.</summary>
public static class PassageSearcher
{
    /// <summary>So many more are looked at than are asked for, to take the place of those that only repeat another.</summary>
    private const int ToSpare = 10;

    /// <summary>
    /// The best passages, the best first; fewer than <paramref name="top"/> where there are fewer, or fewer share a term with the
    /// question and there are no vectors. One that says what a better one says stands behind all that say something else. Where the
    /// question compares, the best for each side are among the first.
    /// </summary>
    public static async ValueTask<IReadOnlyList<SearchHit>> SearchAsync(IPassageIndex index, string question, SearchFilters filters, int top, CancellationToken cancelled = default) =>
        (await CompareAsync(index, question, filters, top, cancelled)).Hits;

    /// <summary>What is found for a question and, where it compares, for each of its sides.</summary>
    internal static async ValueTask<ComparedAnswers> CompareAsync(IPassageIndex index, string question, SearchFilters filters, int top, CancellationToken cancelled)
    {
        using var measured = Signals.Searching(cancelled);
        var whole = await FindAsync(index, question, filters, top, cancelled);
        var sides = new List<(string? Label, FoundAnswers Found)>();
        var compared = ComparedSides.Of(question);
        foreach (var side in compared) sides.Add((side.Label, await FindAsync(index, side.Question, filters, top, cancelled)));
        var hits = InTurn([whole.Hits, .. sides.Select(side => side.Found.Hits)], top);
        Signals.Found(hits.Count);
        measured.Ends("done");
        return new ComparedAnswers(whole, sides, hits) { AreClauses = compared.Any(side => side.IsClause) };
    }

    /// <summary>The best passages for a question as a whole, and what their sentences say to it.</summary>
    private static async ValueTask<FoundAnswers> FindAsync(IPassageIndex index, string question, SearchFilters filters, int top, CancellationToken cancelled)
    {
        var hits = await RankAsync(index, question, filters, RankerModel.Passages, Math.Max(top, FindingRanking.Depth), cancelled);
        var answers = FindingRanking.Rank(index, question, hits, cancelled);
        return answers with { Hits = [.. Fold(answers.Hits, top)] };
    }

    /// <summary>The best passages by what is known of them as wholes.</summary>
    internal static async ValueTask<IReadOnlyList<SearchHit>> RankAsync(IPassageIndex index, string question, SearchFilters filters, RankerModel ranker, int top, CancellationToken cancelled)
    {
        var found = index.IsDense
            ? await Ranking.SearchAsync(index, question, filters, ranker, top + ToSpare, cancelled)
            : await index.SearchWordsAsync(question, filters, top + ToSpare, cancelled);
        var passages = await index.ReadPassagesAsync(Array.ConvertAll(found, hit => hit.Passage), cancelled);
        return [.. Fold([.. found.Select((hit, i) => new SearchHit(passages[i], index.DocumentOf(hit.Passage), hit.Score) { Number = hit.Passage })], top)];
    }

    /// <summary>The best of each list, then the second of each, and so on. Scores of several searches cannot be compared, so none counts more than those in front of it. What repeats a passage of another list stands behind.</summary>
    internal static IReadOnlyList<SearchHit> InTurn(List<IReadOnlyList<SearchHit>> lists, int top)
    {
        if (lists.Count == 1) return lists[0];
        var passages = new HashSet<string>(StringComparer.Ordinal);
        var merged = new List<SearchHit>();
        for (var place = 0; place < lists.Max(list => list.Count); place++)
        {
            foreach (var list in lists)
            {
                if (place >= list.Count || !passages.Add(list[place].Passage.Id)) continue;
                merged.Add(list[place] with { Score = merged.Count == 0 ? list[place].Score : Math.Min(merged[^1].Score, list[place].Score) });
            }
        }

        return [.. Fold(merged, top)];
    }

    private static IEnumerable<SearchHit> Fold(IEnumerable<SearchHit> found, int top)
    {
        var said = new HashSet<string>(StringComparer.Ordinal);
        var repeated = new List<SearchHit>();
        var (count, last) = (0, 0f);
        foreach (var hit in found)
        {
            if (count == top) yield break;
            if (said.Contains(hit.Passage.Id))
            {
                repeated.Add(hit);
                continue;
            }

            said.UnionWith(hit.Passage.Twins);
            (count, last) = (count + 1, hit.Score);
            yield return hit;
        }

        foreach (var hit in repeated.Take(top - count)) yield return hit with { Score = Math.Min(hit.Score, last) };
    }
}
