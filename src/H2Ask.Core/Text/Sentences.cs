namespace H2Ask.Core.Text;

/// <summary>Splits Chinese text into sentences.</summary>
public static class Sentences
{
    private const string Ends = "。！？；!?";
    private const string Closers = "”’」』）)】》〉\"";

    /// <summary>The sentences of a stretch of a text, blanks around them left out. A line end ends a sentence too.</summary>
    public static IEnumerable<TextSpan> Split(string text, TextSpan within)
    {
        var start = within.Start;
        for (var i = within.Start; i < within.End; i++)
        {
            var isLineEnd = text[i] is '\n' or '\r';
            if (!isLineEnd && !Ends.Contains(text[i])) continue;
            var end = i + 1;
            while (!isLineEnd && end < within.End && (Ends.Contains(text[end]) || Closers.Contains(text[end]))) end++;
            if (Trim(text, start, end) is { Length: > 0 } sentence) yield return sentence;
            start = end;
            i = end - 1;
        }

        if (Trim(text, start, within.End) is { Length: > 0 } rest) yield return rest;
    }

    private static TextSpan Trim(string text, int start, int end)
    {
        while (start < end && char.IsWhiteSpace(text[start])) start++;
        while (end > start && char.IsWhiteSpace(text[end - 1])) end--;
        return new TextSpan(start, end);
    }
}
