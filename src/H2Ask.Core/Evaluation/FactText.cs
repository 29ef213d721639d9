using System.Text;

namespace H2Ask.Core.Evaluation;

/// <summary>
/// Text as facts are compared: without blanks, in small letters, and in one width. The widths are those of Unicode's form NFKC, for the
/// signs that policy documents use; .NET's own normalisation does nothing where globalisation is invariant, as here.
/// </summary>
internal static class FactText
{
    private const int RomanNumerals = 12;
    private const int CircledNumbers = 20;

    private static readonly string[] Roman = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"];

    /// <summary>The text to compare.</summary>
    public static string Of(string text)
    {
        var comparable = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (Expanded(c) is { } expanded) comparable.Append(expanded);
            else if (!char.IsWhiteSpace(c)) comparable.Append(char.ToLowerInvariant(Narrow(c)));
        }

        return comparable.ToString();
    }

    private static char Narrow(char c) => c switch
    {
        >= '！' and <= '～' => (char)(c - '！' + '!'),
        '￥' => '¥',
        '²' => '2',
        '³' => '3',
        '¹' => '1',
        '⁰' or (>= '⁴' and <= '⁹') => (char)(c - '⁰' + '0'),
        >= '₀' and <= '₉' => (char)(c - '₀' + '0'),
        _ => c,
    };

    private static string? Expanded(char c) => c switch
    {
        '…' => "...",
        '℃' => "°c",
        '№' => "no",
        '㎜' => "mm",
        '㎝' => "cm",
        '㎞' => "km",
        '㎡' => "m2",
        '㎢' => "km2",
        '㎥' => "m3",
        '㎎' => "mg",
        '㎏' => "kg",
        '㎾' => "kw",
        '㎿' => "mw",
        '㎩' => "pa",
        '㎪' => "kpa",
        '㎫' => "mpa",
        _ when c - 'Ⅰ' is >= 0 and < RomanNumerals => Roman[c - 'Ⅰ'],
        _ when c - 'ⅰ' is >= 0 and < RomanNumerals => Roman[c - 'ⅰ'],
        _ when c - '①' is >= 0 and < CircledNumbers => $"{c - '①' + 1}",
        _ when c - '⑴' is >= 0 and < CircledNumbers => $"({c - '⑴' + 1})",
        _ when c - '⒈' is >= 0 and < CircledNumbers => $"{c - '⒈' + 1}.",
        _ => null,
    };
}
