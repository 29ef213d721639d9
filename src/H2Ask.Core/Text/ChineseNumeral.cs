namespace H2Ask.Core.Text;

/// <summary>Reads numbers in Chinese numerals where only one reading is possible: 三百二十万, 十五, 二〇二五年; not 十四五, 百千万.</summary>
internal static class ChineseNumeral
{
    /// <summary>Longer runs are no numbers, and would not fit.</summary>
    private const int Longest = 14;

    /// <summary>Whether a character can be part of a numeral.</summary>
    public static bool IsNumeral(char letter) => Digit(letter) >= 0 || Exponent(letter) > 0;

    /// <summary>Where the run of numerals ends that begins at a place.</summary>
    public static int End(ReadOnlySpan<char> text, int start)
    {
        var end = start;
        while (end < text.Length && IsNumeral(text[end])) end++;
        return end;
    }

    /// <summary>Reads a year written digit by digit.</summary>
    public static bool TryReadYear(ReadOnlySpan<char> run, out Figure figure)
    {
        figure = new Figure();
        if (run.Length != 4) return false;
        foreach (var letter in run)
        {
            if (Digit(letter) < 0 || letter == '两') return false;
            figure.Add(Digit(letter));
        }

        return true;
    }

    /// <summary>Reads a number with its places: 三百二十万.</summary>
    public static bool TryRead(ReadOnlySpan<char> run, out Figure figure)
    {
        var isRead = TryRead(run, out long value);
        figure = isRead ? Figure.Of(value) : new Figure();
        return isRead;
    }

    /// <summary>Reads a number with its places as a number.</summary>
    public static bool TryRead(ReadOnlySpan<char> run, out long value)
    {
        value = 0;
        return run.Length <= Longest && TryReadParted(run, '亿', 100_000_000, out value) && value > 0;
    }

    /// <summary>The power of ten that a character stands for; 0 where it stands for none.</summary>
    public static int Exponent(char letter) => letter switch
    {
        '十' => 1,
        '百' => 2,
        '千' => 3,
        '万' => 4,
        '亿' => 8,
        _ => 0,
    };

    /// <summary>The digit that a character stands for; -1 where it stands for none.</summary>
    public static int Digit(char letter) => letter switch
    {
        '〇' or '零' => 0,
        '一' => 1,
        '二' or '两' => 2,
        '三' => 3,
        '四' => 4,
        '五' => 5,
        '六' => 6,
        '七' => 7,
        '八' => 8,
        '九' => 9,
        _ => -1,
    };

    /// <summary>Reads what stands before a mark (亿, 万), times its value, and what stands behind it.</summary>
    private static bool TryReadParted(ReadOnlySpan<char> run, char mark, long times, out long value)
    {
        value = 0;
        var at = run.LastIndexOf(mark);
        if (at < 0) return TryReadPart(run, mark, out value);
        if (!TryReadPart(run[..at], mark, out value)) return false;
        value *= times;
        var rest = run[(at + 1)..];
        if (rest.IsEmpty) return true;
        // 两万五 is 25,000 to one and 20,005 to another.
        if (rest.Length == 1 || !TryReadPart(rest, mark, out var below)) return false;
        value += below;
        return true;
    }

    private static bool TryReadPart(ReadOnlySpan<char> run, char mark, out long value) =>
        mark == '亿' ? TryReadParted(run, '万', 10_000, out value) : TryReadSection(run, out value);

    /// <summary>Reads a number below ten thousand; the places fall, and only 十 may stand without a digit, at the beginning.</summary>
    private static bool TryReadSection(ReadOnlySpan<char> run, out long value)
    {
        value = 0;
        var digit = -1;
        var lastPlace = 4;
        var afterNought = false;
        for (var i = 0; i < run.Length; i++)
        {
            if (run[i] is '零' or '〇')
            {
                if (digit >= 0) return false;
                afterNought = true;
            }
            else if (Digit(run[i]) is >= 0 and var next)
            {
                if (digit >= 0) return false;
                digit = next;
            }
            else
            {
                var place = Exponent(run[i]);
                if (place >= lastPlace || (digit < 0 && (place != 1 || i > 0))) return false;
                value += Math.Max(digit, 1) * Power(place);
                (lastPlace, digit, afterNought) = (place, -1, false);
            }
        }

        // 三百五 is 350 to one and a slip to another.
        if (digit >= 0 && lastPlace is 2 or 3 && !afterNought) return false;
        value += Math.Max(digit, 0);
        return run.Length > 0;
    }

    private static long Power(int exponent) => exponent switch { 1 => 10, 2 => 100, _ => 1000 };
}
