namespace H2Ask.Core.Corpus.Cleaning;

/// <summary>Reads LaTeX that was left in a text: <c>PM_{2.5}</c>, <c>34.6 ^{**}</c>, <c>\mathrm{CO}</c>, <c>\geq</c>.</summary>
internal static class LatexRemnant
{
    private const int LongestGroup = 40;

    private static readonly (string Name, char Shows)[] Signs =
    [
        ("\\geq", '≥'), ("\\leq", '≤'), ("\\ge", '≥'), ("\\le", '≤'), ("\\times", '×'), ("\\div", '÷'), ("\\sim", '~'), ("\\pm", '±'),
        ("\\cdot", '·'), ("\\circ", '°'), ("\\%", '%'), ("\\&", '&'), ("\\$", '$'), ("\\_", '_'),
    ];

    private static readonly string[] Fonts = ["\\mathrm", "\\mathbf", "\\mathit", "\\text", "\\textbf", "\\rm", "\\bf"];

    public static bool TryRead(ReadOnlySpan<char> text, out Remnant remnant)
    {
        remnant = default;
        return text[0] switch
        {
            '^' or '_' => TryReadScript(text, out remnant),
            '\\' => TryReadCommand(text, out remnant),
            _ => TryReadFormula(text, out remnant),
        };
    }

    private static bool TryReadScript(ReadOnlySpan<char> text, out Remnant remnant)
    {
        remnant = default;
        if (text.Length < 3 || text[1] != '{') return false;
        var close = text[..Math.Min(text.Length, LongestGroup)].IndexOf('}');
        if (close < 0) return false;
        var content = text[2..close];
        // Stars and bracketed numbers above the line point to a note.
        var isNote = text[0] == '^' && content.TrimStart(" *[").Length < content.Length;
        remnant = isNote ? new Remnant(close + 1) : new Remnant(close + 1, '\0', 2, close);
        return true;
    }

    private static bool TryReadCommand(ReadOnlySpan<char> text, out Remnant remnant)
    {
        foreach (var (name, shows) in Signs)
        {
            if (!text.StartsWith(name, StringComparison.Ordinal)) continue;
            remnant = new Remnant(name.Length, shows);
            return true;
        }

        foreach (var font in Fonts)
        {
            if (!text.StartsWith(font, StringComparison.Ordinal)) continue;
            var group = text[font.Length..Math.Min(text.Length, font.Length + LongestGroup)];
            var close = group.Length > 0 && group[0] == '{' ? group.IndexOf('}') : -1;
            remnant = close < 0
                ? new Remnant(font.Length)
                : new Remnant(font.Length + close + 1, '\0', font.Length + 1, font.Length + close);
            return true;
        }

        remnant = default;
        return false;
    }

    private static bool TryReadFormula(ReadOnlySpan<char> text, out Remnant remnant)
    {
        remnant = default;
        var close = text[1..Math.Min(text.Length, LongestGroup)].IndexOf('$') + 1;
        if (close < 2 || !text[1..close].ContainsAny('\\', '^', '_')) return false;
        remnant = new Remnant(close + 1, '\0', 1, close);
        return true;
    }
}
