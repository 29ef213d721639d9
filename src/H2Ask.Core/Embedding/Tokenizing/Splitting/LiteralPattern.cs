namespace H2Ask.Core.Embedding.Tokenizing.Splitting;

/// <summary>Finds a given text.</summary>
internal sealed class LiteralPattern(string literal) : Pattern
{
    public override bool TryFind(ReadOnlySpan<char> text, int from, out int start, out int end)
    {
        var found = text[from..].IndexOf(literal, StringComparison.Ordinal);
        start = from + found;
        end = start + literal.Length;
        return found >= 0;
    }
}
