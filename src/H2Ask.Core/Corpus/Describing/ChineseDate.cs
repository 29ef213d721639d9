using H2Ask.Core.Text;

namespace H2Ask.Core.Corpus.Describing;

/// <summary>Reads dates as Chinese documents write them: 2021年3月5日, 二〇二一年三月五日, 2021-03-05, 2021.3.5.</summary>
internal static class ChineseDate
{
    /// <summary>Reads the date that begins at a place; false where none does.</summary>
    public static bool TryRead(string text, int at, out PolicyDate date, out int end)
    {
        date = default;
        end = at;
        if (!TryReadYear(text, at, out var year, out var next)) return false;
        var mark = next < text.Length ? text[next] : '\0';
        if (mark is '-' or '.' or '/') return TryReadPlain(text, year, next, mark, out date, out end);
        if (mark != '年') return false;
        date = new PolicyDate(year);
        end = next + 1;
        if (!TryReadNumber(text, end, out var month, out next) || month is < 1 or > 12 || next >= text.Length || text[next] != '月') return true;
        date = new PolicyDate(year, month);
        end = next + 1;
        if (!TryReadNumber(text, end, out var day, out next) || next >= text.Length || text[next] is not ('日' or '号')) return true;
        if (day < 1 || day > DateTime.DaysInMonth(year, month)) return true;
        date = new PolicyDate(year, month, day);
        end = next + 1;
        return true;
    }

    /// <summary>Reads 3月5日, a day without its year.</summary>
    public static bool TryReadMonthAndDay(string text, int at, out int month, out int day, out int end)
    {
        day = 0;
        end = at;
        if (!TryReadNumber(text, at, out month, out var next) || month is < 1 or > 12 || next >= text.Length || text[next] != '月') return false;
        if (!TryReadNumber(text, next + 1, out day, out next) || day is < 1 or > 31 || next >= text.Length || text[next] is not ('日' or '号')) return false;
        end = next + 1;
        return true;
    }

    /// <summary>Reads a small number in digits or Chinese numerals: 5, 30, 五, 三十, 两.</summary>
    public static bool TryReadNumber(string text, int at, out int number, out int end)
    {
        number = 0;
        end = at;
        while (end < text.Length && end - at < 4 && char.IsAsciiDigit(text[end])) number = number * 10 + (text[end++] - '0');
        if (end > at) return true;
        var pending = 0;
        for (; end < text.Length && end - at < 4; end++)
        {
            var digit = NumeralOf(text[end]);
            if (text[end] == '十')
            {
                number += Math.Max(pending, 1) * 10;
                pending = 0;
            }
            else if (text[end] is '廿' or '卅')
            {
                number += text[end] == '廿' ? 20 : 30;
            }
            else if (digit >= 0)
            {
                pending = digit;
            }
            else
            {
                break;
            }
        }

        number += pending;
        return end > at;
    }

    private static bool TryReadYear(string text, int at, out int year, out int end)
    {
        year = 0;
        end = at;
        if (at < 0 || at + 4 >= text.Length) return false;
        for (var i = at; i < at + 4; i++)
        {
            var digit = char.IsAsciiDigit(text[i]) ? text[i] - '0' : NumeralOf(text[i]);
            if (digit is < 0 or > 9) return false;
            year = year * 10 + digit;
        }

        end = at + 4;
        return year is >= 1949 and <= 2099;
    }

    private static bool TryReadPlain(string text, int year, int at, char mark, out PolicyDate date, out int end)
    {
        date = default;
        end = at;
        if (!TryReadDigits(text, at + 1, out var month, out var next) || month is < 1 or > 12 || next >= text.Length || text[next] != mark) return false;
        if (!TryReadDigits(text, next + 1, out var day, out next) || day < 1 || day > DateTime.DaysInMonth(year, month)) return false;
        date = new PolicyDate(year, month, day);
        end = next;
        return true;
    }

    private static bool TryReadDigits(string text, int at, out int number, out int end)
    {
        number = 0;
        end = at;
        while (end < text.Length && end - at < 2 && char.IsAsciiDigit(text[end])) number = number * 10 + (text[end++] - '0');
        return end > at;
    }

    /// <summary>Dates write nought as a circle or a letter too, and the first year as 元.</summary>
    private static int NumeralOf(char letter) => letter switch
    {
        '○' or 'Ｏ' or 'O' => 0,
        '元' => 1,
        _ => ChineseNumeral.Digit(letter),
    };
}
