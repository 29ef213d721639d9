using H2Ask.Core.Index;

namespace H2Ask.Core.Retrieval;

/// <summary>Finds the passages that fit a question.</summary>
public static class PassageSearcher
{
    /// <summary>The best passages, the best first; fewer than <paramref name="top"/> where fewer share a term with the question.</summary>
    public static IReadOnlyList<SearchHit> Search(PassageIndex index, string question, SearchFilters filters, int top)
    {
        var allowed = filters.IsEmpty ? [] : Allowed(index, filters);
        var found = index.Lexical.Search(question, top, allowed);
        return Array.ConvertAll(found, hit => new SearchHit(index.Passages[hit.Passage], index.DocumentOf(hit.Passage), hit.Score));
    }

    /// <summary>One bit for each passage whose document passes the filters.</summary>
    private static ulong[] Allowed(PassageIndex index, SearchFilters filters)
    {
        var allowed = new ulong[(index.Passages.Count / 64) + 1];
        var passage = 0;
        foreach (var document in index.Documents)
        {
            var end = passage + document.Passages.Count;
            for (var matches = filters.Match(document.Document); passage < end; passage++)
            {
                if (matches) allowed[passage / 64] |= 1UL << passage;
            }
        }

        return allowed;
    }
}
