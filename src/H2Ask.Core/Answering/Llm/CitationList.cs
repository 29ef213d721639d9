using H2Ask.Core.Answering.Checking;
using H2Ask.Core.Index;

namespace H2Ask.Core.Answering.Llm;

/// <summary>The citations of an answer that is being written; each place has one number, given when it is first cited, and so have the same words in its twins.</summary>
internal sealed class CitationList(IPassageIndex index)
{
    private readonly List<Citation> _citations = [];

    /// <summary>The citations, in the order of their numbers.</summary>
    public IReadOnlyList<Citation> All => _citations;

    /// <summary>The number of a proof.</summary>
    public async ValueTask<int> CiteAsync(Proof proof, CancellationToken cancelled)
    {
        var passage = proof.Source.Passage;
        var (start, end) = (passage.Start + proof.Span.Start, passage.Start + proof.Span.End);
        var quote = proof.Span.Of(passage.Text).ToString();
        if (_citations.Find(IsKnown) is { } known) return known.Number;
        _citations.Add(new Citation(_citations.Count + 1, proof.Source, start, end, quote, await TwinReader.ReadAsync(index, passage, [], cancelled)));
        return _citations.Count;

        bool IsKnown(Citation citation) =>
            citation.Source.Passage.Id == passage.Id ? citation.Start == start && citation.End == end : citation.Quote == quote && passage.Twins.Contains(citation.Source.Passage.Id);
    }
}
