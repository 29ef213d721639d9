using H2Ask.Core.Text;

namespace H2Ask.Core.Corpus.Duplicates;

/// <summary>A text as the set of its runs of a few letters and figures, hashed: what near-duplicates share.</summary>
internal static class Shingles
{
    /// <summary>Characters a shingle.</summary>
    private const int Size = 8;

    private const ulong Prime = 0x100000001B3;

    /// <summary>The distinct shingles of a text, sorted; of a text shorter than one, its whole.</summary>
    public static ulong[] Of(ReadOnlySpan<char> text)
    {
        var letters = new char[text.Length];
        var count = 0;
        foreach (var c in text)
        {
            if (char.IsLetterOrDigit(c) || Characters.IsHan(c)) letters[count++] = c;
        }

        if (count == 0) return [];
        if (count < Size) return [Hash(letters.AsSpan(0, count))];
        var shingles = new ulong[count - Size + 1];
        for (var i = 0; i < shingles.Length; i++) shingles[i] = Hash(letters.AsSpan(i, Size));
        Array.Sort(shingles);
        return Distinct(shingles);
    }

    /// <summary>Sorted shingles, each once.</summary>
    public static ulong[] Distinct(ulong[] sorted)
    {
        if (sorted.Length == 0) return sorted;
        var distinct = 1;
        for (var i = 1; i < sorted.Length; i++)
        {
            if (sorted[i] != sorted[i - 1]) sorted[distinct++] = sorted[i];
        }

        return sorted[..distinct];
    }

    /// <summary>How much of the smaller set the larger one holds, from 0 to 1.</summary>
    public static double Containment(ulong[] first, ulong[] second)
    {
        var smaller = Math.Min(first.Length, second.Length);
        if (smaller == 0) return 0;
        var (i, j, shared) = (0, 0, 0);
        while (i < first.Length && j < second.Length)
        {
            if (first[i] == second[j])
            {
                shared++;
                i++;
                j++;
            }
            else if (first[i] < second[j])
            {
                i++;
            }
            else
            {
                j++;
            }
        }

        return shared / (double)smaller;
    }

    /// <summary>Mixes a hash so that its value can sample it.</summary>
    private static ulong Mix(ulong hash)
    {
        hash ^= hash >> 33;
        hash *= 0xFF51AFD7ED558CCD;
        hash ^= hash >> 33;
        hash *= 0xC4CEB9FE1A85EC53;
        return hash ^ (hash >> 33);
    }

    private static ulong Hash(ReadOnlySpan<char> text)
    {
        var hash = 0xCBF29CE484222325;
        foreach (var c in text) hash = (hash ^ c) * Prime;
        return Mix(hash);
    }
}
