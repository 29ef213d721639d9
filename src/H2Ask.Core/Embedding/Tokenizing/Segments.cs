namespace H2Ask.Core.Embedding.Tokenizing;

/// <summary>The stretches of a text that are read one by one, as offsets into it, in arrays that are kept for the next text.</summary>
internal sealed class Segments : IClearable
{
    private (int Start, int End)[] _segments = new (int, int)[256];

    public int Count { get; private set; }

    public (int Start, int End) this[int index] => _segments[index];

    public void Clear() => Count = 0;

    /// <summary>Adds a stretch, unless it is empty.</summary>
    public void Add(int start, int end)
    {
        if (start == end) return;
        if (Count == _segments.Length) Array.Resize(ref _segments, Count * 2);
        _segments[Count++] = (start, end);
    }

    public void ExtendLast(int end) => _segments[Count - 1].End = end;
}
