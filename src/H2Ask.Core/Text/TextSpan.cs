namespace H2Ask.Core.Text;

/// <summary>A run of text: offsets in UTF-16 code units, the end exclusive.</summary>
/// <param name="Start">The first code unit.</param>
/// <param name="End">The code unit after the last.</param>
public readonly record struct TextSpan(int Start, int End)
{
    /// <summary>How many code units the span holds.</summary>
    public int Length => End - Start;

    /// <summary>Whether the two spans share at least one code unit.</summary>
    public bool Overlaps(TextSpan other) => Start < other.End && other.Start < End;

    /// <summary>The same span further on.</summary>
    public TextSpan Shift(int by) => new(Start + by, End + by);

    /// <summary>The text that the span covers.</summary>
    public ReadOnlySpan<char> Of(string text) => text.AsSpan(Start, Length);
}
