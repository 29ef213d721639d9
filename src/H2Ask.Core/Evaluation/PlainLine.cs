using System.Text;

namespace H2Ask.Core.Evaluation;

/// <summary>Text that others wrote, made fit to stand in a line of ours: without line breaks, control characters and signs that turn the direction of what follows.</summary>
public static class PlainLine
{
    /// <summary>The text on one line, cut where it is longer than asked for.</summary>
    public static string Of(string text, int longest = int.MaxValue)
    {
        var line = new StringBuilder(Math.Min(text.Length, longest));
        var blank = false;
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune) || Rune.IsControl(rune))
            {
                blank = line.Length > 0;
                continue;
            }

            if (TurnsDirection(rune)) continue;
            if (line.Length >= longest) return line.Append('…').ToString();
            if (blank) line.Append(' ');
            blank = false;
            line.Append(rune.ToString());
        }

        return line.ToString();
    }

    private static bool TurnsDirection(Rune rune) =>
        rune.Value is 0x061C or 0x200E or 0x200F or (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069);
}
