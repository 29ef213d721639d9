namespace H2Ask.Core.Corpus.Splitting;

/// <summary>Sentences that end alike, of several articles.</summary>
internal sealed class Recurrence
{
    private const int OfAnEarlierStretch = -1;

    private int _first = OfAnEarlierStretch;
    private int _last = OfAnEarlierStretch;
    private string _sentence = string.Empty;
    private string? _other;

    /// <summary>A sentence that was not yet met.</summary>
    public Recurrence()
    {
    }

    /// <summary>What an earlier stretch knows of a sentence.</summary>
    public Recurrence(Recurrence earlier) => (Articles, _sentence, _other) = (earlier.Articles, earlier._sentence, earlier._other);

    /// <summary>How many articles hold such a sentence.</summary>
    public int Articles { get; private set; }

    /// <summary>Adds a sentence of an article; articles come in their order.</summary>
    public void Add(int article, ReadOnlySpan<char> sentence)
    {
        if (Articles == 0) (_first, _sentence) = (article, sentence.ToString());
        else if (article != _last) _other ??= sentence.ToString();
        if (Articles == 0 || article != _last) Articles++;
        _last = article;
    }

    /// <summary>How much of a sentence's end another article's sentence shares.</summary>
    public int CommonEnding(int article, ReadOnlySpan<char> sentence)
    {
        var other = article == _first && _other is not null ? _other : _sentence;
        var common = 0;
        while (common < Math.Min(sentence.Length, other.Length) && sentence[^(common + 1)] == other[^(common + 1)]) common++;
        return common;
    }
}
