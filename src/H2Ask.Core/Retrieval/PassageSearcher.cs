using H2Ask.Core.Index;

namespace H2Ask.Core.Retrieval;

/// <summary>Finds the passages that fit a question: by its words and, where the index has vectors, by what it means.</summary>
public static class PassageSearcher
{
    /// <summary>So many more are looked at than are asked for, to take the place of those that only repeat another.</summary>
    private const int ToSpare = 10;

    /// <summary>
    /// The best passages, the best first; fewer than <paramref name="top"/> where there are fewer, or fewer share a term with the
    /// question and there are no vectors. One that says what a better one says stands behind all that say something else.
    /// </summary>
    public static async ValueTask<IReadOnlyList<SearchHit>> SearchAsync(IPassageIndex index, string question, SearchFilters filters, int top, CancellationToken cancelled = default)
    {
        var found = index.IsDense
            ? await Ranking.SearchAsync(index, question, filters, top + ToSpare, cancelled)
            : await index.SearchWordsAsync(question, filters, top + ToSpare, cancelled);
        var passages = await index.ReadPassagesAsync(Array.ConvertAll(found, hit => hit.Passage), cancelled);
        return [.. Fold([.. found.Select((hit, i) => new SearchHit(passages[i], index.DocumentOf(hit.Passage), hit.Score))], top)];
    }

    private static IEnumerable<SearchHit> Fold(SearchHit[] found, int top)
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
