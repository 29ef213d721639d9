namespace H2Ask.Core.Embedding.Tokenizing.Splitting;

/// <summary>A set of characters of a regular expression, and how often one of it stands in a row.</summary>
/// <param name="Parts">What the set is made of.</param>
/// <param name="IsNegated">Whether it is all characters but these.</param>
/// <param name="Least">How many there are at least.</param>
/// <param name="Most">How many there are at most.</param>
internal sealed record RepeatedSet(IReadOnlyList<Predicate<int>> Parts, bool IsNegated, int Least = 1, int Most = 1)
{
    public const int Unbounded = int.MaxValue;

    public bool Contains(int codePoint)
    {
        for (var i = 0; i < Parts.Count; i++)
        {
            if (Parts[i](codePoint)) return !IsNegated;
        }

        return IsNegated;
    }
}
