using H2Ask.Core.Corpus;

namespace H2Ask.Core.Index;

/// <summary>
/// Keeps passages that were read, since questions ask for the same ones again and again: each number has one place, which the last of those that
/// share it has. So it stays small however large the index is, and needs no lock.
/// </summary>
internal sealed class PassageCache
{
    /// <summary>About four kilobytes each, so some sixteen megabytes.</summary>
    private const int Places = 1 << 12;

    private readonly Kept?[] _kept = new Kept?[Places];

    /// <summary>The passage of that number; null where it is not kept.</summary>
    public Passage? Find(int number) => Volatile.Read(ref _kept[number & (Places - 1)]) is { } kept && kept.Number == number ? kept.Passage : null;

    /// <summary>Keeps a passage, in the place of another.</summary>
    public void Keep(int number, Passage passage) => Volatile.Write(ref _kept[number & (Places - 1)], new Kept(number, passage));

    private sealed record Kept(int Number, Passage Passage);
}
