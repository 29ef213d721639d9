using H2Ask.Core.Text;

namespace H2Ask.Core.Corpus.Splitting;

/// <summary>The lines of a text that hold something, without the blanks at their ends.</summary>
internal static class TextLines
{
    /// <summary>Reads the lines of a stretch.</summary>
    public static List<TextSpan> Read(string text, int start, int end)
    {
        var lines = new List<TextSpan>();
        while (start < end)
        {
            var stop = text.AsSpan(start, end - start).IndexOfAny('\n', '\r');
            stop = stop < 0 ? end : start + stop;
            var line = Wording.Trim(text, start, stop);
            if (line.Length > 0) lines.Add(line);
            start = stop + 1;
        }

        return lines;
    }

    /// <summary>The first line at or after a place, by number; the count of lines where none follows.</summary>
    public static int IndexAt(List<TextSpan> lines, int place)
    {
        var (low, high) = (0, lines.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (lines[middle].Start < place) low = middle + 1;
            else high = middle;
        }

        return low;
    }
}
