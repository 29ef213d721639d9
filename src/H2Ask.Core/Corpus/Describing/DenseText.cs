using H2Ask.Core.Text;

namespace H2Ask.Core.Corpus.Describing;

/// <summary>
/// A text without blanks and line breaks, its widths folded, that still knows where they stood. Rules of description read it, so
/// that "2018 年 12 月" and "２０１８年１２月" are one thing to them, and text glued into one line reads like text in lines.
/// </summary>
internal sealed class DenseText
{
    private readonly byte[] _breaks;

    private DenseText(string text, byte[] breaks) => (Text, _breaks) = (text, breaks);

    /// <summary>A text of nothing.</summary>
    public static DenseText Empty { get; } = new(string.Empty, [0]);

    /// <summary>The folded text.</summary>
    public string Text { get; }

    /// <summary>How many code units it holds.</summary>
    public int Length => Text.Length;

    /// <summary>Makes it of a whole text.</summary>
    public static DenseText Of(string text) => Of(text, new TextSpan(0, text.Length), []);

    /// <summary>Makes it of a span of a text without the runs that are left out.</summary>
    public static DenseText Of(string text, TextSpan span, IReadOnlyList<TextSpan> omitted)
    {
        var start = Math.Clamp(span.Start, 0, text.Length);
        var end = Math.Clamp(span.End, start, text.Length);
        if (start == end) return Empty;
        var letters = new char[end - start];
        var breaks = new byte[end - start + 1];
        var count = 0;
        foreach (var omit in omitted)
        {
            Append(text.AsSpan(start, Math.Clamp(omit.Start, start, end) - start), letters, breaks, ref count);
            if (omit.End <= start) continue;
            start = Math.Min(omit.End, end);
            breaks[count] = 2;
        }

        Append(text.AsSpan(start, end - start), letters, breaks, ref count);
        return new DenseText(new string(letters, 0, count), breaks);
    }

    /// <summary>Whether a blank or a line break stood before the letter.</summary>
    public bool BreakBefore(int index) => _breaks[index] > 0;

    /// <summary>Whether a line break stood before the letter, or the text begins or ends there.</summary>
    public bool LineBreakBefore(int index) => index == 0 || index == Text.Length || _breaks[index] == 2;

    private static void Append(ReadOnlySpan<char> text, char[] letters, byte[] breaks, ref int count)
    {
        foreach (var letter in text)
        {
            if (letter is '\n' or '\r' or '\u2028' or '\u2029') breaks[count] = 2;
            else if (char.IsWhiteSpace(letter) || Characters.IsInvisible(letter)) breaks[count] = Math.Max(breaks[count], (byte)1);
            else if (letter != '*') letters[count++] = Fold(letter);
        }
    }

    private static char Fold(char letter) => letter switch
    {
        '［' or '[' or '【' => '〔',
        '］' or ']' or '】' => '〕',
        '～' => '-',
        >= '\uFF01' and <= '\uFF5E' => (char)(letter - 0xFEE0),
        '—' or '–' or '‒' or '―' or '〜' or '~' or '−' or '‐' or '‑' => '-',
        '«' => '《',
        '»' => '》',
        _ => letter,
    };
}
