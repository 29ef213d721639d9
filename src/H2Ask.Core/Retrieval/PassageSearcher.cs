using H2Ask.Core.Index;

namespace H2Ask.Core.Retrieval;

/// <summary>Finds the passages that fit a question.</summary>
public static class PassageSearcher
{
    /// <summary>The best passages, the best first; fewer than <paramref name="top"/> where fewer share a term with the question.</summary>
    public static IReadOnlyList<SearchHit> Search(PassageIndex index, string question, SearchFilters filters, int top)
    {
        var among = filters.IsEmpty ? null : index.PassagesWhere(filters.Match);
        var found = index.Lexical.Search(question, top, among);
        return Array.ConvertAll(found, hit => new SearchHit(index.Passages[hit.Passage], index.DocumentOf(hit.Passage), hit.Score));
    }
}
