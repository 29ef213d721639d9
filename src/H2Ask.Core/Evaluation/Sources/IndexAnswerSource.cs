using H2Ask.Core.Answering;
using H2Ask.Core.Index;
using H2Ask.Core.Retrieval;

namespace H2Ask.Core.Evaluation.Sources;

/// <summary>Answers in this process, as the service does over the same index.</summary>
public sealed class IndexAnswerSource(IPassageIndex index) : IAnswerSource
{
    /// <inheritdoc />
    public async Task<GivenAnswer> AskAsync(string question, IReadOnlyList<Turn> history, CancellationToken cancelled)
    {
        var answer = await ExtractiveAnswerer.AnswerAsync(index, question, history, SearchFilters.None, ExtractiveAnswerer.UsualPassages, cancelled);
        var citations = answer.Citations.Select(citation => Found(citation.Source, citation.Start, citation.End, citation.Quote));
        return new GivenAnswer(answer.Answered, answer.Text, answer.Confidence, [.. citations]);
    }

    /// <inheritdoc />
    public async Task<IReadOnlyList<FoundPassage>> SearchAsync(string query, IReadOnlyList<Turn> history, int top, CancellationToken cancelled)
    {
        var hits = await PassageSearcher.SearchAsync(index, FollowUp.Resolve(query, history), SearchFilters.None, top, cancelled);
        return [.. hits.Select(hit => Found(hit, hit.Passage.Start, hit.Passage.End, hit.Passage.Text))];
    }

    private static FoundPassage Found(SearchHit hit, int start, int end, string text) =>
        new(hit.Document.Document.File, start, end, text, hit.Document.Document.Title, hit.Passage.Section);
}
