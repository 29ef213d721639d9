namespace H2Ask.Core.Index;

/// <summary>Keeps the best of the passages that are offered, in memory that it is given. Of two with one score the earlier is the better.</summary>
internal ref struct BestPassages(Span<ScoredPassage> kept)
{
    private readonly Span<ScoredPassage> _heap = kept;

    /// <summary>How many there are.</summary>
    public int Count { get; private set; }

    /// <summary>A passage must score more to get in, once it is full.</summary>
    public float Threshold { get; private set; } = float.NegativeInfinity;

    /// <summary>Takes the passage, in the place of the worst where it is full; passages come in their order.</summary>
    public void Offer(int passage, float score)
    {
        if (Count < _heap.Length) Rise(Count++, new ScoredPassage(passage, score));
        else Sink(new ScoredPassage(passage, score));
        if (Count == _heap.Length) Threshold = _heap[0].Score;
    }

    /// <summary>The order of the better before the worse.</summary>
    public static int Compare(ScoredPassage first, ScoredPassage second) =>
        first.Score != second.Score ? second.Score.CompareTo(first.Score) : first.Passage.CompareTo(second.Passage);

    private readonly void Rise(int place, ScoredPassage passage)
    {
        while (place > 0)
        {
            var parent = (place - 1) / 2;
            if (Compare(_heap[parent], passage) >= 0) break;
            _heap[place] = _heap[parent];
            place = parent;
        }

        _heap[place] = passage;
    }

    private readonly void Sink(ScoredPassage passage)
    {
        var place = 0;
        while (true)
        {
            var child = (2 * place) + 1;
            if (child >= _heap.Length) break;
            if (child + 1 < _heap.Length && Compare(_heap[child + 1], _heap[child]) > 0) child++;
            if (Compare(passage, _heap[child]) >= 0) break;
            _heap[place] = _heap[child];
            place = child;
        }

        _heap[place] = passage;
    }
}
