using System.Buffers;

namespace H2Ask.Core.Embedding.Tokenizing;

/// <summary>Reads code points from UTF-16.</summary>
internal static class CodePoints
{
    private static readonly SearchValues<char> Surrogates = SearchValues.Create([.. Enumerable.Range(0xD800, 0x800).Select(c => (char)c)]);

    /// <summary>The code point at a place, and how many characters it takes; an unpaired surrogate is U+FFFD.</summary>
    public static int At(ReadOnlySpan<char> text, int index, out int length)
    {
        var c = text[index];
        length = 1;
        if (!char.IsSurrogate(c)) return c;
        if (index + 1 == text.Length || !char.IsSurrogatePair(c, text[index + 1])) return '\uFFFD';
        length = 2;
        return char.ConvertToUtf32(c, text[index + 1]);
    }

    /// <summary>How many characters the code point that starts at a place takes.</summary>
    public static int LengthAt(ReadOnlySpan<char> text, int index) =>
        char.IsHighSurrogate(text[index]) && index + 1 < text.Length && char.IsLowSurrogate(text[index + 1]) ? 2 : 1;

    /// <summary>Whether the text has a surrogate without its other half.</summary>
    public static bool HasUnpairedSurrogate(ReadOnlySpan<char> text)
    {
        var at = 0;
        while (text[at..].IndexOfAny(Surrogates) is var found and >= 0)
        {
            at += found;
            if (LengthAt(text, at) == 1) return true;
            at += 2;
        }

        return false;
    }
}
