using H2Ask.Core.Text;

namespace H2Ask.Core.Corpus.Splitting;

/// <summary>Finds the particulars between two lines of dashes that site generators keep at the head of a Markdown file.</summary>
internal static class Particulars
{
    private const int MostLines = 60;

    /// <summary>Where the particulars stand; empty where a file begins without them.</summary>
    public static TextSpan Find(string text, List<TextSpan> lines)
    {
        if (lines.Count < 2 || !IsFence(text, lines[0])) return default;
        var named = false;
        for (var i = 1; i < Math.Min(lines.Count, MostLines); i++)
        {
            if (IsFence(text, lines[i])) return named || i == 1 ? new TextSpan(lines[0].Start, lines[i].End) : default;
            var line = lines[i].Of(text);
            var colon = line.IndexOf(':');
            if (colon > 0 && IsName(line[..colon])) named = true;
            else if (line[0] is not ('-' or '#') && !named) return default;
        }

        return default;
    }

    private static bool IsFence(string text, TextSpan line) => line.Of(text) is "---";

    private static bool IsName(ReadOnlySpan<char> name)
    {
        foreach (var c in name)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('_' or '-')) return false;
        }

        return true;
    }
}
