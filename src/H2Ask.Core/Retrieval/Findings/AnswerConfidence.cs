namespace H2Ask.Core.Retrieval.Findings;

/// <summary>How sure it is that the corpus answers a question: what is known of its best finding, and how far that stands out from the others.</summary>
internal static class AnswerConfidence
{
    private const int Measures = 24;
    private const int Few = 5;

    /// <summary>Below this the corpus is held not to answer: of a hundred questions of our own that it answers, three or fewer are refused (models/train/answers.md).</summary>
    public static double Least(bool isDense) => isDense ? 0.35 : 0.32;

    /// <summary>The confidence, from 0 to 1.</summary>
    public static double Of(FindingFeatures features, int[] order, float[] scores, float[] shares, bool isDense)
    {
        Span<float> row = stackalloc float[FindingFeatures.Most + Measures];
        var count = Write(features, order, scores, shares, row);
        var model = isDense ? RankerModel.Confidence : RankerModel.ConfidenceByWords;
        return 1 / (1 + Math.Exp(-model.Score(row[..count])));
    }

    /// <summary>Writes what the confidence is made from.</summary>
    /// <returns>How many numbers there are.</returns>
    public static int Write(FindingFeatures features, int[] order, float[] scores, float[] shares, Span<float> values, List<string>? names = null)
    {
        var count = features.Write(order[0], values, names);
        var row = new FeatureRow(values[count..], names);
        var second = order.Length > 1 ? order[1] : order[0];
        row.Add("best.score", scores[order[0]]);
        row.Add("best.share", shares[order[0]]);
        row.Add("best.gap", scores[order[0]] - scores[second]);
        row.Add("best.few", order.Take(Few).Sum(i => shares[i]));
        row.Add("best.spread", order.Take(Few).Average(i => scores[order[0]] - scores[i]));
        row.Add("best.all", MathF.Log(scores.Sum(score => MathF.Exp(score - scores[order[0]]))));
        row.Add("best.mean", scores[order[0]] - scores.Average());
        row.Add("best.measured", order.Take(Few).Max(features.Given));
        row.Add("best.placed", order.Take(Few).Max(features.Placed));
        row.Add("best.lacking", order.Take(Few).Min(features.CountLacking));
        var all = Enumerable.Range(0, order.Length);
        row.Add("all.near", all.Max(features.Near));
        row.Add("all.nearMean", all.Average(features.Near));
        row.Add("all.inPassage", all.Max(features.TokensInPassage));
        row.Add("all.inPlaceMean", all.Average(features.TokensInPlace));
        row.Add("all.cover", all.Max(features.Covered));
        row.Add("all.coverMean", all.Average(features.Covered));
        row.Add("best.findings", MathF.Log(1 + order.Length));
        return count + row.Count;
    }
}
