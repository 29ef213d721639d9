namespace H2Ask.Core.Index;

/// <summary>
/// An inverted index over the titles, headings and texts of passages, scored by BM25F. It reads only what a search needs; many threads may search at once.
/// </summary>
public sealed class LexicalIndexReader
{
    /// <summary>More different terms are not searched for: those that say least fall away.</summary>
    public const int MostTerms = 256;

    /// <summary>
    /// Scores are added in whole units, so that their sum does not depend on the order, and are small enough that a float holds each.
    /// </summary>
    private const int UnitsInOne = 1024;

    private readonly LexicalContent _content;

    private LexicalIndexReader(LexicalContent content) => _content = content;

    /// <summary>How many passages the index holds.</summary>
    public int Passages => _content.Passages;

    /// <summary>The weights that the index was made with.</summary>
    public LexicalWeights Weights => _content.Weights;

    /// <summary>Opens an index.</summary>
    /// <exception cref="IndexException">It is not a lexical index, or of another version, or damaged.</exception>
    internal static LexicalIndexReader Open(IIndexRegion region) => new(new LexicalContent(region));

    /// <summary>How rare a term is: the higher, the more it tells.</summary>
    public float Weight(ulong term) => Weight(_content.TryFind(term, out var entry) ? entry.Count : 0);

    /// <summary>Finds the passages that score most, the best first; of two with one score the earlier. Only those that share a term with the question.</summary>
    /// <param name="question">What is searched for.</param>
    /// <param name="top">How many passages to find at most.</param>
    /// <param name="among">The passages that may be found; null: all.</param>
    /// <exception cref="IndexException">The index is damaged.</exception>
    public ScoredPassage[] Search(ReadOnlySpan<char> question, int top, PassageSet? among = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(top);
        if (among is not null) ArgumentOutOfRangeException.ThrowIfNotEqual(among.Passages, Passages, nameof(among));
        var kept = new ScoredPassage[Math.Min(top, Math.Max(1, Passages))];
        try
        {
            var count = new LexicalSearch(_content, Cursors(question)).Run(kept, among);
            Array.Sort(kept, 0, count, Comparer<ScoredPassage>.Create(BestPassages.Compare));
            return kept[..count];
        }
        catch (Exception fault) when (PointsOutside(fault))
        {
            throw Damaged(fault);
        }
    }

    /// <summary>What the question's terms are worth in each field of some passages, which come in their order.</summary>
    /// <exception cref="IndexException">The index is damaged.</exception>
    public FieldWorths[] ScoreFields(ReadOnlySpan<char> question, ReadOnlySpan<int> passages)
    {
        var scores = new FieldWorths[passages.Length];
        if (passages.IsEmpty) return scores;
        ArgumentOutOfRangeException.ThrowIfNegative(passages[0]);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(passages[^1], Passages);
        try
        {
            AddFields(Cursors(question), passages, scores);
            return scores;
        }
        catch (Exception fault) when (PointsOutside(fault))
        {
            throw Damaged(fault);
        }
    }

    /// <summary>Checksums that fit are no proof of sound content: what was made to mislead ends here.</summary>
    private static bool PointsOutside(Exception fault) => fault is IndexOutOfRangeException or ArgumentException;

    private static void AddFields(PostingCursor[] cursors, ReadOnlySpan<int> passages, Span<FieldWorths> scores)
    {
        foreach (var cursor in cursors)
        {
            for (var i = 0; i < passages.Length; i++)
            {
                var worth = cursor.WorthByFieldAt(passages[i]);
                scores[i] = new FieldWorths(scores[i].Body + worth.Body, scores[i].Title + worth.Title, scores[i].Section + worth.Section);
            }
        }
    }

    private IndexException Damaged(Exception fault) => _content.Region.Damaged("something in it points outside of it", fault);

    private float Weight(int count) => WeightOf(Passages, count);

    private PostingCursor[] Cursors(ReadOnlySpan<char> question)
    {
        var terms = new List<(TermEntry Entry, float Weight)>();
        foreach (var (term, times) in QuestionTerms.Of(question, Weights))
        {
            if (_content.TryFind(term, out var entry)) terms.Add((entry, Weight(entry.Count) * times));
        }

        return [.. terms.OrderByDescending(term => term.Weight).Take(MostTerms).Select(term => new PostingCursor(_content, term.Entry, term.Weight))];
    }

    /// <summary>How rare a term is that stands in so many of the passages.</summary>
    internal static float WeightOf(int passages, int count) => MathF.Log(1 + ((passages - count + 0.5f) / (count + 0.5f)));

    /// <summary>A score in the units that are added.</summary>
    internal static int ToUnits(float score) => (int)(score * UnitsInOne);

    /// <summary>A sum of units as a score.</summary>
    internal static float FromUnits(int units) => (float)units / UnitsInOne;
}
