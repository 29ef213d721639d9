using System.Globalization;
using System.Text;

namespace H2Ask.Core.Corpus.Reading.Formats;

/// <summary>Writes a number as Word's number formats do.</summary>
internal static class WordNumbers
{
    private const string Digits = "〇一二三四五六七八九";
    private const string LegalDigits = "零壹贰叁肆伍陆柒捌玖";
    private const string HeavenlyStems = "甲乙丙丁戊己庚辛壬癸";
    private const string EarthlyBranches = "子丑寅卯辰巳午未申酉戌亥";

    /// <summary>The number in a format named as in the file; as a decimal where the format is not known.</summary>
    public static string Write(int number, string? format) => format switch
    {
        "none" => "",
        "upperLetter" => Letters(number, 'A'),
        "lowerLetter" => Letters(number, 'a'),
        "upperRoman" => Roman(number),
        "lowerRoman" => Roman(number).ToLowerInvariant(),
        "decimalZero" => number.ToString("00", CultureInfo.InvariantCulture),
        "decimalFullWidth" or "decimalFullWidth2" => Each(number, digit => (char)('０' + digit)),
        "decimalEnclosedCircle" or "decimalEnclosedCircleChinese" when number is >= 1 and <= 20 => ((char)('①' + number - 1)).ToString(),
        "decimalEnclosedParen" when number is >= 1 and <= 20 => ((char)('⑴' + number - 1)).ToString(),
        "decimalEnclosedFullstop" when number is >= 1 and <= 20 => ((char)('⒈' + number - 1)).ToString(),
        "chineseCounting" or "chineseCountingThousand" or "japaneseCounting" or "taiwaneseCounting" or "taiwaneseCountingThousand" =>
            Counting(number, Digits, "十百千", shortTen: true),
        "chineseLegalSimplified" or "ideographLegalTraditional" or "japaneseLegal" => Counting(number, LegalDigits, "拾佰仟", shortTen: false),
        "ideographDigital" or "japaneseDigitalTenThousand" or "taiwaneseDigital" => Each(number, digit => Digits[digit]),
        "ideographTraditional" when number is >= 1 and <= 10 => HeavenlyStems[number - 1].ToString(),
        "ideographZodiac" when number is >= 1 and <= 12 => EarthlyBranches[number - 1].ToString(),
        _ => number.ToString(CultureInfo.InvariantCulture),
    };

    private static string Letters(int number, char first) =>
        number is >= 1 and <= 780 ? new string((char)(first + ((number - 1) % 26)), ((number - 1) / 26) + 1) : number.ToString(CultureInfo.InvariantCulture);

    private static string Each(int number, Func<int, char> write) =>
        string.Concat(number.ToString(CultureInfo.InvariantCulture).Select(digit => char.IsAsciiDigit(digit) ? write(digit - '0') : digit));

    private static string Roman(int number)
    {
        if (number is < 1 or > 3999) return number.ToString(CultureInfo.InvariantCulture);
        ReadOnlySpan<(int Value, string Letters)> steps =
        [
            (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
            (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
        ];
        var roman = new StringBuilder();
        foreach (var (value, letters) in steps)
        {
            for (; number >= value; number -= value) roman.Append(letters);
        }

        return roman.ToString();
    }

    private static string Counting(int number, string digits, string units, bool shortTen)
    {
        if (number is < 1 or > 9999) return number.ToString(CultureInfo.InvariantCulture);
        var written = new StringBuilder();
        var zero = false;
        foreach (var (value, unit) in new[] { (1000, units[2..3]), (100, units[1..2]), (10, units[..1]), (1, "") })
        {
            var digit = number / value % 10;
            if (digit == 0)
            {
                zero = written.Length > 0;
                continue;
            }

            // 一百零五, whatever zero is called elsewhere.
            if (zero) written.Append('零');
            zero = false;
            if (!(shortTen && value == 10 && digit == 1 && written.Length == 0)) written.Append(digits[digit]);
            written.Append(unit);
        }

        return written.ToString();
    }
}
