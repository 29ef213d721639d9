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
    public static IReadOnlyList<SearchHit> Search(PassageIndex index, string question, SearchFilters filters, int top)
    {
        var among = filters.IsEmpty ? null : index.PassagesWhere(filters.Match);
        var found = index.IsDense ? Ranking.Search(index, question, among, top + ToSpare) : index.Lexical.Search(question, top + ToSpare, among);
        return [.. Fold(index, found, top)];
    }

    private static IEnumerable<SearchHit> Fold(PassageIndex index, ScoredPassage[] found, int top)
    {
        var said = new HashSet<string>(StringComparer.Ordinal);
        var repeated = new List<SearchHit>();
        var (count, last) = (0, 0f);
        foreach (var (number, score) in found)
        {
            if (count == top) yield break;
            var hit = new SearchHit(index.Passages[number], index.DocumentOf(number), score);
            if (said.Contains(hit.Passage.Id))
            {
                repeated.Add(hit);
                continue;
            }

            said.UnionWith(hit.Passage.Twins);
            (count, last) = (count + 1, score);
            yield return hit;
        }

        foreach (var hit in repeated.Take(top - count)) yield return hit with { Score = Math.Min(hit.Score, last) };
    }
}
