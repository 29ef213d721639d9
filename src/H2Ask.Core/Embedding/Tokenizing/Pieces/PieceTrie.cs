namespace H2Ask.Core.Embedding.Tokenizing.Pieces;

/// <summary>
/// All pieces of a vocabulary, to be walked character by character: a double array over the codes of UTF-16 units, the most frequent of
/// which have the lowest codes, so that it stays dense.
/// </summary>
internal sealed class PieceTrie
{
    public const int Root = 0;

    /// <summary>No state, and no piece.</summary>
    public const int None = -1;

    private readonly ushort[] _codes;
    private readonly Slot[] _slots;

    /// <summary>Takes what <see cref="PieceTrieBuilder"/> made.</summary>
    internal PieceTrie(ushort[] codes, Slot[] slots)
    {
        _codes = codes;
        _slots = slots;
    }

    /// <summary>The state after one more character, and the piece that ends there.</summary>
    public int Next(int state, char c, out int piece)
    {
        // Slots reach beyond every base by the number of codes, so the place is always one of them; code 0 belongs to no slot.
        var next = _slots[state].Base + _codes[c];
        ref var slot = ref _slots[next];
        piece = slot.Piece;
        return slot.Parent == state ? next : None;
    }

    /// <summary>The state after a text; none where no piece begins with it.</summary>
    public int Walk(ReadOnlySpan<char> text)
    {
        var state = Root;
        foreach (var c in text)
        {
            state = Next(state, c, out _);
            if (state < 0) return None;
        }

        return state;
    }

    /// <summary>The piece that is exactly this text.</summary>
    public int Find(ReadOnlySpan<char> text) => Walk(text) is var state and > Root ? _slots[state].Piece : None;

    /// <summary>The longest piece from a state on, and how much of the text it takes.</summary>
    public int Longest(int state, ReadOnlySpan<char> text, out int length)
    {
        var longest = None;
        length = 0;
        for (var i = 0; i < text.Length && state >= 0; i++)
        {
            state = Next(state, text[i], out var piece);
            if (state < 0 || piece < 0) continue;
            longest = piece;
            length = i + 1;
        }

        return longest;
    }

    /// <summary>A state: the one before it, where those after it are, and the piece that ends in it.</summary>
    internal struct Slot
    {
        public int Parent;
        public int Base;
        public int Piece;
    }
}
