using System.Numerics.Tensors;
using H2Ask.Core.Index;

namespace H2Ask.Core.Retrieval;

/// <summary>
/// Searches by words and by meaning, and adds what both say. Words find names, numbers and terms of art; meaning finds what the
/// question calls by other words. The two scores have nothing in common, so each counts by how far it stands out among the candidates.
/// </summary>
internal static class Fusion
{
    /// <summary>So many of each side are candidates, at the least.</summary>
    private const int FewestCandidates = 100;

    /// <summary>The passages that one of the two sides finds, the best by both first.</summary>
    public static async ValueTask<Candidates> FindAsync(IPassageIndex index, string question, SearchFilters filters, int top, CancellationToken cancelled)
    {
        var depth = Math.Max(FewestCandidates, top);
        var found = await index.SearchAsync(question, filters, depth, cancelled);
        var words = WordScores(found.ByWords, found.Numbers, depth);
        return InOrder(new Candidates(question, found.Numbers, words, found.Fields, found.Sentence, found.Whole, Fuse(words, found.Sentence)));
    }

    private static float[] Fuse(float[] words, float[] sentence)
    {
        var fused = Standardised(words);
        TensorPrimitives.Add(fused, Standardised(sentence), fused);
        return fused;
    }

    private static Candidates InOrder(Candidates found)
    {
        var order = Enumerable.Range(0, found.Count).OrderByDescending(i => found.Fused[i]).ToArray();
        return new Candidates(found.Question, Pick(found.Passages), Pick(found.Words), Pick(found.Fields), Pick(found.Sentence), Pick(found.Whole), Pick(found.Fused));

        T[] Pick<T>(T[] values) => Array.ConvertAll(order, i => values[i]);
    }

    /// <summary>
    /// What the words give each candidate. One that they did not find counts as the last that they found, but nothing where they
    /// found all that share a word with the question: a name in one passage alone must tell it from the others.
    /// </summary>
    private static float[] WordScores(ScoredPassage[] found, int[] candidates, int depth)
    {
        var scores = new float[candidates.Length];
        if (found.Length == depth) Array.Fill(scores, found[^1].Score);
        foreach (var hit in found) scores[Array.BinarySearch(candidates, hit.Passage)] = hit.Score;
        return scores;
    }

    /// <summary>Scores as so many standard deviations from their mean.</summary>
    private static float[] Standardised(float[] values)
    {
        var scores = (float[])values.Clone();
        if (scores.Length == 0) return scores;
        TensorPrimitives.Subtract(scores, TensorPrimitives.Sum(scores) / scores.Length, scores);
        var deviation = TensorPrimitives.Norm<float>(scores) / MathF.Sqrt(scores.Length);
        if (deviation > 0) TensorPrimitives.Divide(scores, deviation, scores);
        return scores;
    }
}
