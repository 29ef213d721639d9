using System.Buffers;
using System.Text;

namespace H2Ask.Core.Evaluation.Reports;

/// <summary>Puts text that others wrote into Markdown, so that it shows as it is and none of it is markup.</summary>
internal static class MarkdownLine
{
    // A backslash makes any sign of ASCII plain. Those left out are markup only at the start of a line, where our own words stand.
    private static readonly SearchValues<char> Marks = SearchValues.Create("\\`*_[]<>|#&~!@:$^=+{}\"'");

    /// <summary>The text on one line, cut where it is longer than asked for, with every sign of Markdown plain.</summary>
    public static string Escape(string text, int longest = int.MaxValue)
    {
        var line = new StringBuilder();
        foreach (var c in PlainLine.Of(text, longest))
        {
            // "www." becomes a link by itself on some hosts.
            if (Marks.Contains(c) || (c == '.' && line.Length > 0 && line[^1] is 'w' or 'W')) line.Append('\\');
            line.Append(c);
        }

        return line.ToString();
    }
}
