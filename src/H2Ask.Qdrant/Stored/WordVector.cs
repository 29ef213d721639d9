using H2Ask.Core.Index;
using H2Ask.Qdrant.Wire;

namespace H2Ask.Qdrant.Stored;

/// <summary>
/// Terms as a sparse vector: of a passage what each is worth in it (the part of BM25F that does not depend on the question), of a question how much each
/// counts. The server multiplies a question's numbers by how rare the terms are, so that the product is the score of the embedded index.
/// </summary>
internal sealed class WordVector
{
    private readonly TermScoring _scoring;

    /// <summary>Prepares vectors of passages whose fields have so many terms on the average.</summary>
    public WordVector(FieldAverages lengths) => _scoring = Scoring(lengths);

    /// <summary>What counts are worth where fields have so many terms on the average; each count is its own code.</summary>
    public static TermScoring Scoring(FieldAverages lengths) =>
        new(LexicalWeights.Default, lengths.ToWorths(), [.. Enumerable.Range(0, FieldCounts.Values).Select(counts => (ushort)counts)]);

    /// <summary>The vector of a passage.</summary>
    public SparseVector Of(PassageTerms terms)
    {
        var lengths = terms.Codes;
        // One without a term has a vector too, so that all passages can be told to have theirs.
        return terms.Counts.Count == 0 ? new SparseVector([0], [0]) : Sum(terms.Counts.Select(term => (term.Key, _scoring.Worth((int)term.Value, lengths))));
    }

    /// <summary>The vector of a question.</summary>
    public static SparseVector Of(IEnumerable<(ulong Term, float Times)> terms) => Sum(terms);

    /// <summary>Two terms may share a place: there are more terms than places. The scores that count are worked out from the terms themselves.</summary>
    private static SparseVector Sum(IEnumerable<(ulong Term, float Value)> terms)
    {
        var values = new SortedDictionary<uint, float>();
        foreach (var (term, value) in terms)
        {
            var place = (uint)TermEntry.KeyOf(term);
            values[place] = values.GetValueOrDefault(place) + value;
        }

        return new SparseVector([.. values.Keys], [.. values.Values]);
    }
}
