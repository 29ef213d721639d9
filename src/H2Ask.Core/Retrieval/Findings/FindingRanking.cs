using System.Numerics.Tensors;
using H2Ask.Core.Index;

namespace H2Ask.Core.Retrieval.Findings;

/// <summary>Reads the sentences of the first passages, scores how well each answers, and orders the passages by the best of theirs.</summary>
internal static class FindingRanking
{
    /// <summary>So many passages are read.</summary>
    public const int Depth = 16;

    /// <summary>Ranks what a search found, the best first.</summary>
    public static FoundAnswers Rank(IPassageIndex index, string question, IReadOnlyList<SearchHit> hits, CancellationToken cancelled)
    {
        var findings = new List<Finding>();
        var read = hits.Take(Depth).ToArray();
        for (var i = 0; i < read.Length; i++) FindingReader.Read(i, read[i].Passage, findings);
        if (findings.Count == 0) return new FoundAnswers(question, hits, [], 0, IsNearMiss: false);

        var features = new FindingFeatures(index, question, read, findings, cancelled);
        var model = index.IsDense ? RankerModel.Findings : RankerModel.FindingsByWords;
        var scores = new float[findings.Count];
        Span<float> row = stackalloc float[FindingFeatures.Most];
        for (var i = 0; i < scores.Length; i++)
        {
            var count = features.Write(i, row);
            scores[i] = model.Score(row[..count]);
        }

        var shares = new float[scores.Length];
        TensorPrimitives.SoftMax<float>(scores, shares);
        var order = Enumerable.Range(0, scores.Length).OrderByDescending(i => scores[i]).ToArray();
        var scored = Array.ConvertAll(order, i => new ScoredFinding(findings[i], read[findings[i].Hit], scores[i], shares[i]));
        BringForward(order, scored, finding => !NearMiss.IsElsewhere(features.Question, features.AsksFigure, finding));
        var confidence = AnswerConfidence.Of(features, order, scores, shares, index.IsDense);
        var isNearMiss = NearMiss.IsIn(question, features.Question, features.AsksFigure, scored);
        if (isNearMiss) confidence = Math.Min(confidence, AnswerConfidence.Least(index.IsDense) / 2);
        return new FoundAnswers(question, Order(hits, findings, scores), scored, confidence, isNearMiss);
    }

    /// <summary>Puts the first of the few best that is wanted before them.</summary>
    private static void BringForward(int[] order, ScoredFinding[] scored, Predicate<ScoredFinding> isWanted)
    {
        var at = Array.FindIndex(scored, 0, Math.Min(NearMiss.Few, scored.Length), isWanted);
        if (at <= 0) return;
        var (number, finding) = (order[at], scored[at]);
        Array.Copy(order, 0, order, 1, at);
        Array.Copy(scored, 0, scored, 1, at);
        (order[0], scored[0]) = (number, finding);
    }

    /// <summary>The passages with a better sentence before those with a worse one; those not read stay behind, with scores that fall on.</summary>
    private static SearchHit[] Order(IReadOnlyList<SearchHit> hits, List<Finding> findings, float[] scores)
    {
        var best = new float[Math.Min(hits.Count, Depth)];
        Array.Fill(best, float.NegativeInfinity);
        for (var i = 0; i < scores.Length; i++) best[findings[i].Hit] = Math.Max(best[findings[i].Hit], scores[i]);
        var least = scores.Min();
        var ranked = best.Select((score, hit) => hits[hit] with { Score = Math.Max(score, least - 1) }).OrderByDescending(hit => hit.Score).ToArray();
        var floor = ranked[^1].Score;
        var behind = hits.Skip(best.Length).Select(hit => hit with { Score = floor + hit.Score - hits[best.Length - 1].Score });
        return [.. ranked, .. behind];
    }
}
