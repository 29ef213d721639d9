namespace H2Ask.Core.Text;

/// <summary>What single characters are in Chinese text.</summary>
internal static class Characters
{
    /// <summary>A Chinese character; of one outside the basic plane its first half, for the second alone may as well be that of an emoji.</summary>
    public static bool IsHan(char c) => c is (>= '\u4E00' and <= '\u9FFF') or (>= '\u3400' and <= '\u4DBF') or '〇' or (>= '\uD840' and <= '\uD8BF');

    public static bool IsAsciiWord(char c) => char.IsAsciiLetterOrDigit(c);

    /// <summary>A space of any width, but no line end and no tab.</summary>
    public static bool IsSpace(char c) => c is ' ' or '\u00A0' or '\u3000' or '\u202F' or '\u205F' or (>= '\u2000' and <= '\u200A');

    /// <summary>A character that shows nothing and means nothing.</summary>
    public static bool IsInvisible(char c) =>
        c is (>= '\u200B' and <= '\u200F') or '\uFEFF' or '\u00AD' or (>= '\u202A' and <= '\u202E') or '\u2060'
        || (c < ' ' && c is not ('\t' or '\n' or '\r')) || c == '\u007F';

    public static bool IsBlank(char c) => IsSpace(c) || c is '\t' or '\n' or '\r' or '\f' || IsInvisible(c);

    public static bool IsLineEnd(char c) => c is '\n' or '\r' or '\u2028' or '\u2029' or '\u0085';

    /// <summary>Ends a sentence wherever it stands.</summary>
    public static bool IsSentenceEnd(char c) => c is '。' or '！' or '？' or '!' or '?' or '；';

    /// <summary>Closes a bracket or quote.</summary>
    public static bool IsCloser(char c) => c is '”' or '’' or '」' or '』' or '）' or ')' or '】' or '》' or '〉' or ']' or '〕' or '»';

    /// <summary>The bracket that closes the given one; <c>\0</c> where it opens none.</summary>
    public static char CloserOf(char open) => open switch
    {
        '“' => '”',
        '‘' => '’',
        '「' => '」',
        '『' => '』',
        '（' => '）',
        '(' => ')',
        '【' => '】',
        '《' => '》',
        '〈' => '〉',
        '〔' => '〕',
        '«' => '»',
        _ => '\0',
    };

    public static bool IsChineseDigit(char c) => c is '一' or '二' or '三' or '四' or '五' or '六' or '七' or '八' or '九' or '十' or '〇' or '零' or '百';
}
