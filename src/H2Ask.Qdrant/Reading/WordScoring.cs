using H2Ask.Core.Index;
using H2Ask.Qdrant.Stored;

namespace H2Ask.Qdrant.Reading;

/// <summary>
/// The scores of passages by the words of one question, worked out from their texts. What the server gives is nearly the same, but it is divided
/// among its shards, and it counts the points of other generations too; the ranker was taught with these.
/// </summary>
internal sealed class WordScoring
{
    private readonly TermScoring _scoring;
    private readonly (ulong Term, float Weight)[] _terms;
    private readonly HashSet<ulong> _wanted;

    /// <summary>Prepares the scoring of a question's terms.</summary>
    /// <param name="scoring">What counts are worth.</param>
    /// <param name="terms">The terms with their weights.</param>
    public WordScoring(TermScoring scoring, IEnumerable<(ulong Term, float Weight)> terms)
    {
        _scoring = scoring;
        _terms = [.. terms];
        _wanted = [.. _terms.Select(term => term.Term)];
    }

    /// <summary>The score of a passage, and what the terms are worth in each of its fields.</summary>
    public (float Score, FieldWorths Fields) Of(PassageContent passage)
    {
        var terms = PassageTerms.Of(passage.Title, passage.Section ?? [], passage.SearchText, _wanted);
        var lengths = terms.Codes;
        var units = 0;
        var fields = default(FieldWorths);
        foreach (var (term, weight) in _terms)
        {
            if (!terms.Counts.TryGetValue(term, out var counts)) continue;
            units += LexicalIndexReader.ToUnits(weight * _scoring.Worth((int)counts, lengths));
            var worth = _scoring.WorthByField((int)counts, lengths);
            fields = new FieldWorths(fields.Body + (worth.Body * weight), fields.Title + (worth.Title * weight), fields.Section + (worth.Section * weight));
        }

        return (LexicalIndexReader.FromUnits(units), fields);
    }
}
