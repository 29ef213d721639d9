namespace H2Ask.Core.Embedding.Tokenizing;

/// <summary>Writes ids as far as there is room, and knows whether there were more.</summary>
internal ref struct IdWriter(Span<int> ids)
{
    private readonly Span<int> _ids = ids;

    public int Count { get; private set; }

    /// <summary>More ids came than there is room for.</summary>
    public bool IsCut { get; private set; }

    public void Write(int id)
    {
        if (Count == _ids.Length)
        {
            IsCut = true;
            return;
        }

        _ids[Count++] = id;
    }
}
