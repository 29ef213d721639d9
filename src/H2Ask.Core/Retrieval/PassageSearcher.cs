using H2Ask.Core.Index;

namespace H2Ask.Core.Retrieval;

/// <summary>Finds the passages that fit a question: by its words and, where the index has vectors, by what it means.</summary>
public static class PassageSearcher
{
    /// <summary>The best passages, the best first; fewer than <paramref name="top"/> where there are fewer, or fewer share a term with the question and there are no vectors.</summary>
    public static IReadOnlyList<SearchHit> Search(PassageIndex index, string question, SearchFilters filters, int top)
    {
        var among = filters.IsEmpty ? null : index.PassagesWhere(filters.Match);
        var found = index.IsDense ? Ranking.Search(index, question, among, top) : index.Lexical.Search(question, top, among);
        return Array.ConvertAll(found, hit => new SearchHit(index.Passages[hit.Passage], index.DocumentOf(hit.Passage), hit.Score));
    }
}
