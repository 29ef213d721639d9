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
    private const int Candidates = 100;

    /// <summary>The best passages, the best first.</summary>
    public static ScoredPassage[] Search(PassageIndex index, string question, PassageSet? among, int top)
    {
        var depth = Math.Max(Candidates, top);
        var worded = index.Lexical.Search(question, depth, among);
        var vector = index.EmbedQuery(question);
        var meant = new ScoredPassage[depth];
        meant = meant[..index.SearchDense(vector, among, meant)];

        var candidates = worded.Concat(meant).Select(hit => hit.Passage).Distinct().Order().ToArray();
        var scores = Array.ConvertAll(candidates, passage => new ScoredPassage(passage, 0));
        index.ScoreDense(vector, scores);
        var meaning = Array.ConvertAll(scores, hit => hit.Score);
        var words = WordScores(worded, candidates, depth);
        Standardise(meaning);
        Standardise(words);
        TensorPrimitives.Add(meaning, words, words);
        // From 1 up, so that scores can be weighed against each other.
        var least = words.Length == 0 ? 0 : TensorPrimitives.Min<float>(words);
        for (var i = 0; i < scores.Length; i++) scores[i] = new ScoredPassage(candidates[i], words[i] - least + 1);
        Array.Sort(scores, BestPassages.Compare);
        return scores[..Math.Min(top, scores.Length)];
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
    private static void Standardise(Span<float> scores)
    {
        if (scores.IsEmpty) return;
        TensorPrimitives.Subtract(scores, TensorPrimitives.Sum(scores) / scores.Length, scores);
        var deviation = TensorPrimitives.Norm<float>(scores) / MathF.Sqrt(scores.Length);
        if (deviation > 0) TensorPrimitives.Divide(scores, deviation, scores);
    }
}
