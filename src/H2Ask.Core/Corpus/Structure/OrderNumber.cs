using H2Ask.Core.Text;

namespace H2Ask.Core.Corpus.Structure;

/// <summary>Reads the numbers of headings: 十二, 一百零三, 12.</summary>
internal static class OrderNumber
{
    /// <summary>Reads a number of up to three figures or up to 九千九百九十九 and moves behind it; 0 where none stands there.</summary>
    public static int Read(ReadOnlySpan<char> text, ref int at)
    {
        if (at >= text.Length) return 0;
        return char.IsAsciiDigit(text[at]) ? ReadFigures(text, ref at) : ReadChinese(text, ref at);
    }

    /// <summary>The first place from the given one that holds no blank.</summary>
    public static int SkipBlanks(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && Characters.IsSpace(text[at])) at++;
        return at;
    }

    private static int ReadFigures(ReadOnlySpan<char> text, ref int at)
    {
        var (number, end) = (0, at);
        for (; end < text.Length && char.IsAsciiDigit(text[end]); end++)
        {
            if (end - at >= 3) return 0;
            number = (number * 10) + text[end] - '0';
        }

        at = end;
        return number;
    }

    private static int ReadChinese(ReadOnlySpan<char> text, ref int at)
    {
        var (sum, digit, end) = (0, 0, at);
        for (; end < text.Length && end - at < 8 && (Characters.IsChineseDigit(text[end]) || text[end] == '千'); end++)
        {
            var c = text[end];
            switch (c)
            {
                case '千':
                    sum += Math.Max(digit, 1) * 1000;
                    digit = 0;
                    break;
                case '百':
                    sum += Math.Max(digit, 1) * 100;
                    digit = 0;
                    break;
                case '十':
                    sum += Math.Max(digit, 1) * 10;
                    digit = 0;
                    break;
                default:
                    digit = "〇一二三四五六七八九".IndexOf(c) is var value and >= 0 ? value : 0;
                    break;
            }
        }

        at = end;
        return sum + digit;
    }
}
