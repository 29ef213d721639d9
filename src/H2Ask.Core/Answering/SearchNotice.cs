using H2Ask.Core.Answering.Extractive;
using H2Ask.Core.Index;

namespace H2Ask.Core.Answering;

/// <summary>What whoever searched should know of the search itself.</summary>
public static class SearchNotice
{
    /// <summary>That no document fits the filters, or that the model read only the beginning of the question, in the language of the question; null where there is nothing to say.</summary>
    public static string? For(IPassageIndex index, string question, SearchFilters filters)
    {
        var words = FrameWords.For(question);
        var isFilteredOut = !filters.IsEmpty && !index.Documents.Any(document => filters.Match(document.Document));
        return words.Join(isFilteredOut ? words.NoDocuments : null, index.Embedder?.Cuts(question) == true ? words.QuestionCut : null);
    }
}
