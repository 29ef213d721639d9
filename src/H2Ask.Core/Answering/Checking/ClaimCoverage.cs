namespace H2Ask.Core.Answering.Checking;

/// <summary>How much of a claim's words stands in runs of clauses.</summary>
internal sealed class ClaimCoverage
{
    private readonly Claim _claim;
    private readonly bool[] _inContext;
    private readonly bool[][] _inClause;

    /// <summary>Looks for the words in each clause once.</summary>
    public ClaimCoverage(Claim claim, IReadOnlyList<Clause> clauses, IReadOnlySet<ulong> context)
    {
        _claim = claim;
        _inContext = [.. claim.Words.Select(word => context.Contains(word.Term))];
        _inClause = [.. clauses.Select(clause => claim.Words.Select(word => clause.Terms.Contains(word.Term)).ToArray())];
    }

    /// <summary>What share of the words, by weight, stands in a run, and what share in it or in what the document is.</summary>
    public (float Quoted, float Covered) Of(int first, int last)
    {
        var quoted = new bool[_inContext.Length];
        for (var clause = first; clause <= last; clause++)
        {
            for (var word = 0; word < quoted.Length; word++) quoted[word] |= _inClause[clause][word];
        }

        return (Share(quoted), Share([.. quoted.Select((isQuoted, word) => isQuoted || _inContext[word])]));
    }

    private float Share(bool[] found)
    {
        var words = _claim.Words;
        var letters = new bool[_claim.Letters];
        for (var i = 0; i < found.Length; i++)
        {
            if (found[i]) Array.Fill(letters, true, words[i].Start, words[i].End - words[i].Start);
        }

        var (sum, whole) = (0f, 0f);
        for (var i = 0; i < found.Length; i++)
        {
            // Where two words that are found meet, the pair across them tells nothing.
            if (!found[i] && letters[words[i].Start] && letters[words[i].End - 1]) continue;
            whole += words[i].Weight;
            if (found[i]) sum += words[i].Weight;
        }

        return whole > 0 ? sum / whole : 0;
    }
}
