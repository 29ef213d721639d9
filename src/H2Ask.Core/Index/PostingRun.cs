using System.Runtime.InteropServices;
using H2Ask.Core.Text;

namespace H2Ask.Core.Index;

/// <summary>The terms of a run of passages, gathered in memory until they are written out in the order of their keys.</summary>
internal sealed class PostingRun
{
    /// <summary>A posting holds the passage's place in the run above its counts.</summary>
    private const int MostPassages = 1 << (32 - FieldCounts.Bits);

    private readonly Dictionary<ulong, int> _numbers = [];
    private readonly int[] _characters = new int[char.MaxValue + 1];
    private readonly List<ulong> _terms = [];
    private readonly List<int> _latest = [];
    private readonly List<int> _postingTerms = [];
    private readonly List<uint> _postings = [];
    private readonly int _mostPostings;
    private int _passages;
    private int _passageStart;

    /// <summary>Makes an empty run that is full with so many postings.</summary>
    public PostingRun(int mostPostings) => _mostPostings = mostPostings;

    /// <summary>Whether it is to be written before another passage comes.</summary>
    public bool IsFull => _postings.Count >= _mostPostings || _passages == MostPassages;

    /// <summary>Whether there is nothing in it.</summary>
    public bool IsEmpty => _postings.Count == 0;

    /// <summary>The counts of the terms of the passage that is being added.</summary>
    public IEnumerable<uint> CountsOfPassage
    {
        get
        {
            for (var place = _passageStart; place < _postings.Count; place++) yield return _postings[place] % FieldCounts.Values;
        }
    }

    /// <summary>Adds the terms of a field of the passage; gives how many there are.</summary>
    public int Add(LexicalField field, ReadOnlySpan<char> text)
    {
        var length = 0;
        var reader = new TermReader(text);
        while (reader.Read())
        {
            length++;
            var term = NumberOf(reader.Current);
            var place = _latest[term];
            if (place < _passageStart)
            {
                place = _latest[term] = _postings.Count;
                _postingTerms.Add(term);
                _postings.Add((uint)_passages << FieldCounts.Bits);
            }

            ref var posting = ref CollectionsMarshal.AsSpan(_postings)[place];
            posting = FieldCounts.Increment(posting, field);
        }

        return length;
    }

    /// <summary>Ends the passage.</summary>
    public void EndPassage()
    {
        _passages++;
        _passageStart = _postings.Count;
    }

    /// <summary>Writes the run, term by term in the order of the keys, and begins anew.</summary>
    public void WriteTo(Stream stream)
    {
        var keys = _terms.Select(TermEntry.KeyOf).ToArray();
        var order = Enumerable.Range(0, keys.Length).ToArray();
        Array.Sort(keys, order);
        var starts = Starts();
        var sorted = Sort(starts);
        Write(stream, keys.Length);
        for (var i = 0; i < keys.Length; i++)
        {
            var postings = sorted.AsSpan(starts[order[i]]..starts[order[i] + 1]);
            Write(stream, keys[i]);
            Write(stream, postings.Length);
            stream.Write(MemoryMarshal.AsBytes(postings));
        }

        Clear();
    }

    private static void Write<T>(Stream stream, T value)
        where T : unmanaged => stream.Write(MemoryMarshal.AsBytes(new ReadOnlySpan<T>(in value)));

    private int NumberOf(ulong term)
    {
        // Half of all terms are characters: they have a table of their own.
        ref var number = ref TermReader.IsCharacter(term) ? ref _characters[term] : ref CollectionsMarshal.GetValueRefOrAddDefault(_numbers, term, out _);
        if (number == 0)
        {
            _terms.Add(term);
            _latest.Add(-1);
            number = _terms.Count;
        }

        return number - 1;
    }

    /// <summary>Where each term's postings begin once they are sorted by term.</summary>
    private int[] Starts()
    {
        var starts = new int[_terms.Count + 1];
        foreach (var term in _postingTerms) starts[term + 1]++;
        for (var term = 1; term < starts.Length; term++) starts[term] += starts[term - 1];
        return starts;
    }

    private uint[] Sort(int[] starts)
    {
        var next = starts.ToArray();
        var sorted = new uint[_postings.Count];
        for (var place = 0; place < sorted.Length; place++) sorted[next[_postingTerms[place]]++] = _postings[place];
        return sorted;
    }

    private void Clear()
    {
        _numbers.Clear();
        Array.Clear(_characters);
        _terms.Clear();
        _latest.Clear();
        _postingTerms.Clear();
        _postings.Clear();
        _passages = _passageStart = 0;
    }
}
