namespace H2Ask.Core.Index;

/// <summary>A set of passages, one bit a passage: those that a search may find.</summary>
public sealed class PassageSet
{
    private readonly ulong[] _words;

    /// <summary>Makes the empty set for an index of so many passages.</summary>
    public PassageSet(int passages)
    {
        _words = new ulong[(passages + 63) / 64];
        Passages = passages;
    }

    /// <summary>How many passages the index has.</summary>
    public int Passages { get; }

    /// <summary>The bits, passage 0 the lowest of the first word.</summary>
    public ReadOnlySpan<ulong> Words => _words;

    /// <summary>Adds a run of passages.</summary>
    public void Add(int first, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(first);
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(first, Passages - count);
        for (var passage = first; passage < first + count; passage++) _words[passage >> 6] |= 1UL << passage;
    }

    /// <summary>Whether the passage is in the set.</summary>
    public bool Contains(int passage) => (_words[passage >> 6] & (1UL << passage)) != 0;
}
