namespace H2Ask.Core.Text;

/// <summary>Makes the numbers that stand for terms longer than two characters.</summary>
internal static class TermHash
{
    /// <summary>What a hash begins with.</summary>
    public const ulong Seed = 14695981039346656037;

    private const ulong Prime = 1099511628211;

    /// <summary>The hash with one more value behind it.</summary>
    public static ulong Add(ulong hash, ulong value) => (hash ^ value) * Prime;

    /// <summary>The term of a hash; the top bit keeps it apart from characters and pairs.</summary>
    public static ulong Term(ulong hash) => hash | (1UL << 63);
}
