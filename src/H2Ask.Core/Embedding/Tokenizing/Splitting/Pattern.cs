namespace H2Ask.Core.Embedding.Tokenizing.Splitting;

/// <summary>Finds places in a text. A match is never empty.</summary>
internal abstract class Pattern
{
    /// <summary>Finds the first match at or after a place.</summary>
    public abstract bool TryFind(ReadOnlySpan<char> text, int from, out int start, out int end);
}
