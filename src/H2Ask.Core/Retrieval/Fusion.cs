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
    public static Candidates Find(PassageIndex index, string question, PassageSet? among, int top)
    {
        var depth = Math.Max(FewestCandidates, top);
        var worded = index.Lexical.Search(question, depth, among);
        var vector = index.EmbedQuery(question);
        var meant = new ScoredPassage[depth];
        // A question without any word, as "？？？", means nothing: it is as near to one passage as to another.
        meant = vector.AsSpan().ContainsAnyExcept(0f) ? meant[..index.SearchDense(vector, among, meant)] : [];

        var passages = worded.Concat(meant).Select(hit => hit.Passage).Distinct().Order().ToArray();
        var scores = Array.ConvertAll(passages, passage => new ScoredPassage(passage, 0));
        index.ScoreDense(vector, scores);
        var sentence = Array.ConvertAll(scores, hit => hit.Score);
        var words = WordScores(worded, passages, depth);
        var whole = Array.ConvertAll(passages, passage => index.ScoreWhole(vector, passage));
        return InOrder(new Candidates(question, passages, words, sentence, whole, Fuse(words, sentence)));
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
        return new Candidates(found.Question, Pick(found.Passages), Pick(found.Words), Pick(found.Sentence), Pick(found.Whole), Pick(found.Fused));

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
