namespace H2Ask.Qdrant.Reading;

/// <summary>In how many passages each term of a generation stands; twelve bytes a term.</summary>
internal sealed class TermCounts
{
    private readonly ulong[] _terms;
    private readonly int[] _counts;

    /// <summary>Takes the terms of all groups, in any order.</summary>
    public TermCounts(IReadOnlyCollection<(ulong Term, int Count)> terms)
    {
        (_terms, _counts) = (new ulong[terms.Count], new int[terms.Count]);
        var i = 0;
        foreach (var (term, count) in terms) (_terms[i], _counts[i++]) = (term, count);
        Array.Sort(_terms, _counts);
    }

    /// <summary>In how many passages a term stands.</summary>
    public int Of(ulong term) => Array.BinarySearch(_terms, term) is >= 0 and var at ? _counts[at] : 0;
}
