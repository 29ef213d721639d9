using System.Text;
using H2Ask.Core.Text;

namespace H2Ask.Core.Corpus.Splitting;

/// <summary>What stays of a wording when blanks, widths, quotes and emphasis are left aside.</summary>
internal static class Wording
{
    /// <summary>Whether a character is blank, no-break, wide and zero-width spaces among them.</summary>
    public static bool IsBlank(char c) => char.IsWhiteSpace(c) || c is '\uFEFF' or '\u200B' or '\u2060';

    /// <summary>Whether a character ends a sentence.</summary>
    public static bool EndsSentence(char c) => c is '。' or '！' or '？' or '；' or '!' or '?' or '…';

    /// <summary>The first character at or after a place that is not blank.</summary>
    public static int SkipBlanks(string text, int at, int end)
    {
        while (at < end && IsBlank(text[at])) at++;
        return at;
    }

    /// <summary>The span without the blanks at its ends.</summary>
    public static TextSpan Trim(string text, int start, int end)
    {
        start = SkipBlanks(text, start, end);
        while (end > start && IsBlank(text[end - 1])) end--;
        return new TextSpan(start, end);
    }

    /// <summary>Whether a word stands at a place.</summary>
    public static bool StandsAt(string text, int at, int end, string word) =>
        end - at >= word.Length && string.CompareOrdinal(text, at, word, 0, word.Length) == 0;

    /// <summary>The character as it counts in comparisons; 0 where it does not count.</summary>
    public static char Plain(char c) => c switch
    {
        '*' or '#' or '\\' => '\0',
        '“' or '”' or '‘' or '’' or '"' or '＂' or '「' or '」' => '\0',
        '—' or '–' or '－' or '～' or '~' or '―' => '-',
        '〔' or '［' or '【' => '[',
        '〕' or '］' or '】' => ']',
        >= '！' and <= '～' => (char)(c - 0xFEE0),
        _ => IsBlank(c) ? '\0' : c,
    };

    /// <summary>The wording as it counts in comparisons.</summary>
    public static string Key(ReadOnlySpan<char> text)
    {
        var key = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            var plain = Plain(c);
            if (plain != '\0' && !(plain == '-' && key.Length > 0 && key[^1] == '-')) key.Append(plain);
        }

        return key.ToString();
    }

    /// <summary>Where a key stands in a stretch of text; empty where it does not.</summary>
    public static TextSpan Find(string text, int start, int end, string key)
    {
        if (key.Length == 0) return default;
        for (var at = start; at < end; at++)
        {
            if (Plain(text[at]) != key[0]) continue;
            var stop = MatchAt(text, at, end, key);
            if (stop > at) return new TextSpan(at, stop);
        }

        return default;
    }

    /// <summary>A title as it is shown: without emphasis, doubled quotes and stray blanks.</summary>
    public static string Shown(ReadOnlySpan<char> text)
    {
        var shown = new StringBuilder(text.Length);
        var blank = false;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (IsBlank(c))
            {
                blank = true;
                continue;
            }

            if (c is '*' or '#' || (c == '"' && i + 1 < text.Length && text[i + 1] == '"')) continue;
            if (blank && shown.Length > 0 && BelongsApart(shown[^1], c)) shown.Append(' ');
            blank = false;
            shown.Append(c);
        }

        return shown.ToString();
    }

    private static int MatchAt(string text, int at, int end, string key)
    {
        var matched = 0;
        var previous = '\0';
        for (; at < end; at++)
        {
            var plain = Plain(text[at]);
            if (plain == '\0' || (plain == '-' && previous == '-')) continue;
            if (plain != key[matched]) return -1;
            previous = plain;
            if (++matched == key.Length) return at + 1;
        }

        return -1;
    }

    private static bool BelongsApart(char before, char after) =>
        (Characters.IsHan(before) && Characters.IsHan(after)) || (char.IsAsciiLetter(before) && char.IsAsciiLetter(after));
}
