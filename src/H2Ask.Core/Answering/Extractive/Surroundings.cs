using H2Ask.Core.Retrieval.Findings;

namespace H2Ask.Core.Answering.Extractive;

/// <summary>
/// The sentences beside those that are chosen. Where no sentence stands out as the one that answers, the next ones often do: they are stated and cited
/// together, as one place.
/// </summary>
/// <param name="findings">All findings of one passage, in their order.</param>
/// <param name="best">What share of the likelihood to answer falls on the best finding of the search.</param>
internal sealed class Surroundings(ScoredFinding[] findings, float best)
{
    /// <summary>What has at least this share of the likelihood to answer needs nothing beside it.</summary>
    private const float Sure = 0.75f;

    /// <summary>What stands beside has at least this share of the best one's likelihood.</summary>
    private const float Least = 0.01f;

    /// <summary>So many sentences on is looked; what lies between is taken too.</summary>
    private const int Reach = 3;

    /// <summary>A sentence as short as this is a head.</summary>
    private const int Head = 10;

    /// <summary>No more letters are taken together.</summary>
    private const int Longest = 400;

    /// <summary>The findings to state together with those from the first to the last.</summary>
    public IEnumerable<int> Of(int first, int last)
    {
        // 滨河书城。二楼为阅览室: a name alone says nothing without what follows.
        if (last == first && last + 1 < findings.Length && findings[last].Finding.Words.Length <= Head && !findings[last].Finding.IsRow) last++;
        var chosen = findings[first..(last + 1)];
        // A list and a row of a table are whole as they are.
        if (chosen.Max(finding => finding.Share) > Sure || Array.Exists(chosen, finding => finding.Finding.IsRow || ItemMark.KindOf(finding.Finding.Words) is not null)) return Enumerable.Range(first, last - first + 1);
        while (Next(first, last) is { } next)
        {
            var (start, end) = (Math.Min(first, next), Math.Max(last, next));
            if (findings[start..(end + 1)].Sum(finding => finding.Finding.Words.Length) > Longest) break;
            (first, last) = (start, end);
        }

        return Enumerable.Range(first, last - first + 1);
    }

    /// <summary>The likeliest of those within reach; null where none is likely enough.</summary>
    private int? Next(int first, int last)
    {
        int? likeliest = null;
        var share = Least * best;
        for (var step = 1; step <= Reach; step++)
        {
            Look(first - step);
            Look(last + step);
        }

        return likeliest;

        void Look(int at)
        {
            if (at < 0 || at >= findings.Length || findings[at].Share < share) return;
            (likeliest, share) = (at, findings[at].Share);
        }
    }
}
