namespace H2Ask.Core.Embedding.Tokenizing.Pieces;

/// <summary>Lays a vocabulary out as a <see cref="PieceTrie"/>.</summary>
internal sealed class PieceTrieBuilder
{
    /// <summary>After so many places that did not fit, those before are not looked at again: room for time.</summary>
    private const int MostTries = 64;

    /// <summary>A hundred times what a vocabulary of 250,000 pieces takes: a hostile one must not fill the memory.</summary>
    private const int MostStates = 1 << 26;

    private readonly (string Text, int Id)[] _pieces;
    private readonly ushort[] _codes;
    private readonly List<int> _children = [];
    private PieceTrie.Slot[] _slots = [];

    // The free places are a list, from the root's own, which is never free, to the end, which is not there yet.
    private int[] _nextFree = [];
    private int[] _previousFree = [];
    private int _end = 1;

    /// <summary>A free place before which there is little room for several children.</summary>
    private int _emptier = 1;

    private PieceTrieBuilder((string Text, int Id)[] sorted)
    {
        _pieces = sorted;
        _codes = CodesByFrequency(sorted);
        CodeCount = _codes.Max() + 1;
    }

    private int CodeCount { get; }

    /// <summary>Builds the trie of pieces, none of which is empty or there twice; null where it would take more than so many states.</summary>
    public static PieceTrie? TryBuild(IEnumerable<(string Text, int Id)> pieces, int mostStates = MostStates)
    {
        var sorted = pieces.ToArray();
        Array.Sort(sorted, (one, other) => string.CompareOrdinal(one.Text, other.Text));
        var builder = new PieceTrieBuilder(sorted);
        if (!builder.TryPlaceAll(mostStates)) return null;
        var slots = builder._slots;
        Array.Resize(ref slots, builder._end + builder.CodeCount);
        slots.AsSpan(builder._end).Fill(new PieceTrie.Slot { Parent = PieceTrie.None, Piece = PieceTrie.None });
        return new PieceTrie(builder._codes, slots);
    }

    private static ushort[] CodesByFrequency((string Text, int Id)[] pieces)
    {
        var counts = new int[0x10000];
        foreach (var (text, _) in pieces)
        {
            foreach (var c in text) counts[c]++;
        }

        var codes = new ushort[0x10000];
        ushort code = 0;
        foreach (var c in Enumerable.Range(0, counts.Length).Where(c => counts[c] > 0).OrderByDescending(c => counts[c])) codes[c] = ++code;
        return codes;
    }

    private bool TryPlaceAll(int mostStates)
    {
        Grow(2);
        _slots[PieceTrie.Root] = new PieceTrie.Slot { Parent = PieceTrie.None - 1, Piece = PieceTrie.None };
        _nextFree[PieceTrie.Root] = 1;
        var waiting = new Queue<(int State, int From, int To, int Depth)>();
        waiting.Enqueue((PieceTrie.Root, 0, _pieces.Length, 0));
        while (_end <= mostStates && waiting.TryDequeue(out var node)) Place(node.State, node.From, node.To, node.Depth, waiting);
        return _end <= mostStates;
    }

    /// <summary>Finds a base for a state, with room for all states after it. The pieces of the state stand from one index to another.</summary>
    private void Place(int state, int from, int to, int depth, Queue<(int State, int From, int To, int Depth)> waiting)
    {
        if (from < to && _pieces[from].Text.Length == depth) _slots[state].Piece = _pieces[from++].Id;
        if (from == to) return;
        _children.Clear();
        for (var i = from; i < to; i = EndOfChild(i, to, depth)) _children.Add(_codes[_pieces[i].Text[depth]]);
        var start = FindBase();
        _slots[state].Base = start;
        foreach (var code in _children) Take(start + code, state);
        for (int i = from, end; i < to; i = end)
        {
            end = EndOfChild(i, to, depth);
            waiting.Enqueue((start + _codes[_pieces[i].Text[depth]], i, end, depth + 1));
        }
    }

    private int EndOfChild(int from, int to, int depth)
    {
        var end = from + 1;
        while (end < to && _pieces[end].Text[depth] == _pieces[from].Text[depth]) end++;
        return end;
    }

    /// <summary>A base at which the places of all children are free. A child alone takes the first free place, several look where it is emptier.</summary>
    private int FindBase()
    {
        var lowest = _children.Min();
        var isAlone = _children.Count == 1;
        var tries = 0;
        for (var place = isAlone ? _nextFree[PieceTrie.Root] : _emptier; place < _end; place = _nextFree[place])
        {
            var start = place - lowest;
            if (start <= 0) continue;
            if (++tries > MostTries) _emptier = place;
            if (isAlone || Fits(start)) return WithRoom(start);
        }

        return WithRoom(Math.Max(1, _end - lowest));
    }

    private bool Fits(int start)
    {
        foreach (var code in _children)
        {
            if (start + code < _end && !IsFree(start + code)) return false;
        }

        return true;
    }

    private int WithRoom(int start)
    {
        Grow(start + _children.Max() + 1);
        return start;
    }

    private bool IsFree(int place) => _slots[place].Parent == PieceTrie.None;

    private void Take(int place, int parent)
    {
        _slots[place].Parent = parent;
        if (place == _emptier) _emptier = _nextFree[place];
        _nextFree[_previousFree[place]] = _nextFree[place];
        _previousFree[_nextFree[place]] = _previousFree[place];
    }

    /// <summary>Adds free places up to an end.</summary>
    private void Grow(int end)
    {
        if (_slots.Length <= end)
        {
            var length = Math.Max(end + 1, _slots.Length * 2);
            Array.Resize(ref _slots, length);
            Array.Resize(ref _nextFree, length);
            Array.Resize(ref _previousFree, length);
        }

        for (; _end < end; _end++)
        {
            _slots[_end] = new PieceTrie.Slot { Parent = PieceTrie.None, Piece = PieceTrie.None };
            _nextFree[_end] = _end + 1;
            _previousFree[_end + 1] = _end;
        }
    }
}
