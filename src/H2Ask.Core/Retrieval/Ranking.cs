using H2Ask.Core.Index;

namespace H2Ask.Core.Retrieval;

/// <summary>Orders the candidates that words and meaning find by all that is known of them and of the question.</summary>
internal static class Ranking
{
    /// <summary>So many candidates are looked at closely; the others keep their order behind them.</summary>
    public const int Depth = 64;

    /// <summary>The best passages, the best first.</summary>
    public static async ValueTask<ScoredPassage[]> SearchAsync(IPassageIndex index, string question, SearchFilters filters, RankerModel ranker, int top, CancellationToken cancelled)
    {
        var candidates = await Fusion.FindAsync(index, question, filters, top, cancelled);
        if (candidates.Count == 0) return [];
        var looked = Math.Min(Depth, candidates.Count);
        var passages = await index.ReadPassagesAsync(candidates.Passages.AsMemory(0, looked), cancelled);
        var ranked = Score(ranker, candidates, new CandidateFeatures(index, candidates, passages), looked);
        Array.Sort(ranked, 0, looked, Comparer<ScoredPassage>.Create(BestPassages.Compare));
        for (var i = looked; i < ranked.Length; i++)
        {
            var below = candidates.Fused[looked - 1] - candidates.Fused[i];
            ranked[i] = new ScoredPassage(candidates.Passages[i], ranked[looked - 1].Score - below);
        }

        return Raised(ranked)[..Math.Min(top, ranked.Length)];
    }

    /// <summary>The same with scores from 1 up, so that they can be weighed against each other.</summary>
    private static ScoredPassage[] Raised(ScoredPassage[] ranked) =>
        Array.ConvertAll(ranked, hit => hit with { Score = hit.Score - ranked[^1].Score + 1 });

    private static ScoredPassage[] Score(RankerModel ranker, Candidates candidates, CandidateFeatures features, int looked)
    {
        var ranked = new ScoredPassage[candidates.Count];
        Span<float> row = stackalloc float[CandidateFeatures.Most];
        for (var i = 0; i < looked; i++)
        {
            var count = features.Write(i, row);
            ranked[i] = new ScoredPassage(candidates.Passages[i], ranker.Score(row[..count]));
        }

        return ranked;
    }
}
