using System.Numerics;

namespace H2Ask.Core.Index;

/// <summary>
/// Finds the passages that score most without scoring all: in a window of passages, the terms that even together can't lift a passage among the
/// best are asked only about passages that other terms have lifted almost there. What it finds is exactly what scoring all would.
/// </summary>
internal sealed class LexicalSearch
{
    private const int Window = 4096;

    private readonly LexicalContent _content;
    private readonly PostingCursor[] _cursors;
    private readonly int[] _most;
    private readonly int[] _scores = new int[Window];

    /// <summary>Prepares a search for the terms of the cursors.</summary>
    public LexicalSearch(LexicalContent content, PostingCursor[] cursors)
    {
        _content = content;
        _cursors = cursors;
        _most = new int[cursors.Length];
    }

    /// <summary>Puts the best passages into <paramref name="kept"/>, in no order; gives how many there are.</summary>
    public int Run(Span<ScoredPassage> kept, PassageSet? among)
    {
        var best = new BestPassages(kept);
        for (var from = 0; from < _content.Passages; from += Window)
        {
            var end = Math.Min(from + Window, _content.Passages);
            var allowed = among is null ? default : among.Words[(from / 64)..((end + 63) / 64)];
            if (among is null || allowed.ContainsAnyExcept(0UL)) SearchWindow(from, end, allowed, ref best);
        }

        return best.Count;
    }

    private static int Threshold(in BestPassages best) => best.Threshold > 0 ? LexicalIndexReader.ToUnits(best.Threshold) : 0;

    private void SearchWindow(int from, int end, ReadOnlySpan<ulong> allowed, ref BestPassages best)
    {
        for (var term = 0; term < _cursors.Length; term++) _most[term] = _cursors[term].MostBetween(from, end);
        Array.Sort(_most, _cursors);
        // The terms before this one can't do it together.
        var threshold = Threshold(best);
        var first = 0;
        var together = 0;
        while (first < _cursors.Length && together + _most[first] <= threshold) together += _most[first++];
        if (first == _cursors.Length) return;

        var scores = _scores.AsSpan(0, end - from);
        for (var term = first; term < _cursors.Length; term++)
        {
            if (_most[term] > 0) _cursors[term].AddBetween(from, end, scores);
        }

        for (var at = NextAbove(scores, 0, threshold - together); at >= 0; at = NextAbove(scores, at + 1, threshold - together))
        {
            if (!allowed.IsEmpty && (allowed[at / 64] & (1UL << at)) == 0) continue;
            var score = Complete(from + at, scores[at], first, together, threshold);
            if (score <= threshold) continue;
            best.Offer(from + at, LexicalIndexReader.FromUnits(score));
            threshold = Threshold(best);
        }

        scores.Clear();
    }

    /// <summary>The score with what the first terms add; where it stays at or below the threshold, anything that does too.</summary>
    private int Complete(int passage, int score, int terms, int together, int threshold)
    {
        for (var term = terms - 1; term >= 0; term--)
        {
            if (score + together <= threshold) return 0;
            together -= _most[term];
            if (_most[term] == 0) break;
            if (score + together + _cursors[term].MostAt(passage) <= threshold) return 0;
            score += _cursors[term].ScoreAt(passage);
        }

        return score;
    }

    /// <summary>The next place with a score above the limit and above nothing; -1 where there is none.</summary>
    private static int NextAbove(ReadOnlySpan<int> scores, int at, int limit)
    {
        var least = new Vector<int>(Math.Max(limit, 0));
        for (; at + Vector<int>.Count <= scores.Length; at += Vector<int>.Count)
        {
            if (Vector.GreaterThanAny(new Vector<int>(scores[at..]), least)) break;
        }

        for (; at < scores.Length; at++)
        {
            if (scores[at] > Math.Max(limit, 0)) return at;
        }

        return -1;
    }
}
