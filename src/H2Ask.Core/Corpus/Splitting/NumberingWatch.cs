namespace H2Ask.Core.Corpus.Splitting;

/// <summary>Watches whether a document has come to its first heading, each character being read once.</summary>
internal sealed class NumberingWatch(string text, Opening opening)
{
    private int _read = opening.Title.Length > 0 ? opening.Title.End : opening.Start;
    private bool _seen;

    /// <summary>Whether a first heading stands before a place.</summary>
    public bool SeenBefore(int place)
    {
        for (; !_seen && _read < place; _read++)
        {
            _seen = text[_read] is '一' or '第' && Numbering.StartsFirst(text, _read, place);
        }

        return _seen;
    }
}
