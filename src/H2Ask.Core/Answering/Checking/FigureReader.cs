using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using H2Ask.Core.Corpus.Describing;
using H2Ask.Core.Text;

namespace H2Ask.Core.Answering.Checking;

/// <summary>Reads the figures of a clause: 1000万元, 1,000万元 and 一千万元 are one, and so are 2025年12月31日 and 2025-12-31.</summary>
internal static partial class FigureReader
{
    private const string Units =
        "个工作日|个自然日|个百分点|个月|工作日|自然日|百分点|小时|分钟|平方公里|平方千米|公里|千米|公斤|千克|公顷|吨标准煤|吨标煤|平方米|立方米|标方|兆瓦时|兆瓦|吉瓦时|吉瓦|千瓦时|千瓦|瓦时|瓦|兆帕"
        + "|周岁|美元|欧元|港元|元|角|吨|米|年|月|日|天|周|岁|个|家|座|辆|台|套|项|条|款|次|人|名|户|倍|成|批|期|级|类|种|支|只|份|件|处|所|栋|亩|度|%|‰|℃|㎡|号|章|节|位|站|分|秒";

    // 一 is part of too many words (一批, 一个, 一次性) to count anything but these.
    private const string UnitsOfOne = "年月日天周倍成亿";

    /// <summary>The figures, in their order.</summary>
    /// <param name="dense">The clause, without blanks and folded.</param>
    /// <param name="names">The places that it names: 七台河 counts nothing.</param>
    public static IReadOnlyList<StatedFigure> Read(string dense, IReadOnlyList<PlaceMention> names)
    {
        var (text, origins) = InDigits(dense.ToLowerInvariant(), names);
        var matches = FigurePattern().Matches(text);
        var figures = new List<StatedFigure>(matches.Count);
        for (var i = 0; i < matches.Count; i++)
        {
            var match = matches[i];
            var measured = i + 1 < matches.Count && IsStartOfRange(text, match, matches[i + 1]) ? matches[i + 1] : match;
            var (value, unit) = match.Groups["n"].Success ? (Number(match, measured), Unit(measured)) : (DateOf(match), StatedFigure.Date);
            // 2021-2025年 names two years.
            if (match != measured && !measured.Groups["n"].Success) (value, unit) = (match.Groups["n"].Value, StatedFigure.Date);
            figures.Add(new StatedFigure(value, unit, BoundOf(text, match.Index, measured.Index + measured.Length), origins[match.Index]));
        }

        return figures;
    }

    private static bool IsStartOfRange(string text, Match first, Match second)
    {
        if (!first.Groups["n"].Success || first.Groups["g"].Length > 0 || first.Groups["u"].Length > 0) return false;
        var between = text.AsSpan(first.Index + first.Length, second.Index - first.Index - first.Length);
        return between is "-" or "至" or "到" or "、";
    }

    private static string Number(Match number, Match measured)
    {
        var fraction = number.Groups["f"].Value;
        var digits = (number.Groups["n"].Value.Replace(",", string.Empty, StringComparison.Ordinal) + fraction).TrimStart('0');
        var exponent = measured.Groups["g"].Value.Sum(ChineseNumeral.Exponent) - fraction.Length;
        var shorter = digits.TrimEnd('0');
        exponent += digits.Length - shorter.Length;
        return shorter.Length == 0 ? "0" : string.Create(CultureInfo.InvariantCulture, $"{shorter}e{exponent}");
    }

    private static string Unit(Match measured) => measured.Groups["u"].Value switch
    {
        "公斤" or "kg" => "千克",
        "公里" or "km" => "千米",
        "平方千米" => "平方公里",
        "㎡" => "平方米",
        "t" => "吨",
        "吨标煤" => "吨标准煤",
        "kw" => "千瓦",
        "mw" => "兆瓦",
        "gw" => "吉瓦",
        "kwh" or "kw·h" => "千瓦时",
        "mpa" => "兆帕",
        "h" => "小时",
        "天" => "日",
        "名" => "人",
        var unit => unit,
    };

    private static string DateOf(Match match)
    {
        var parts = new StringBuilder(match.Groups["y"].Value);
        foreach (var part in (string[])["m", "d"])
        {
            if (match.Groups[part].Success) parts.Append('-').Append(match.Groups[part].Value.PadLeft(2, '0'));
        }

        return parts.ToString();
    }

    private static FigureBound BoundOf(string text, int start, int end)
    {
        var before = BoundBefore().Match(text[Math.Max(0, start - 14)..start]);
        var after = BoundBehind().Match(text, end, Math.Min(4, text.Length - end));
        if (before.Groups["most"].Success || after.Groups["most"].Success) return FigureBound.Most;
        return before.Groups["least"].Success || after.Groups["least"].Success ? FigureBound.Least : FigureBound.None;
    }

    /// <summary>The text with its Chinese numerals in digits, and where each of its letters stood before.</summary>
    private static (string Text, List<int> Origins) InDigits(string dense, IReadOnlyList<PlaceMention> names)
    {
        var text = new StringBuilder(dense.Length);
        var origins = new List<int>(dense.Length + 1);
        var i = 0;
        while (i < dense.Length)
        {
            var end = i;
            if (ChineseNumeral.IsNumeral(dense[i]) && !names.Any(name => i >= name.Start && i < name.End) && !(i > 0 && char.IsAsciiDigit(dense[i - 1])))
            {
                end = ChineseNumeral.End(dense, i);
                if (ReadRun(dense, i, end) is { } digits) Add(digits, i);
                else Add(dense[i..end], i, isMoving: true);
                i = end;
            }
            else
            {
                Add(dense[i].ToString(), i++);
            }
        }

        origins.Add(dense.Length);
        return (Percent(text.ToString(), origins), origins);

        void Add(string letters, int origin, bool isMoving = false)
        {
            text.Append(letters);
            for (var k = 0; k < letters.Length; k++) origins.Add(isMoving ? origin + k : origin);
        }
    }

    /// <summary>百分之30 as 30%, letter for letter, so that places stay.</summary>
    private static string Percent(string text, List<int> origins)
    {
        while (Percentage().Match(text) is { Success: true } match)
        {
            text = $"{text[..match.Index]}{match.Groups[1].Value}%{text[(match.Index + match.Length)..]}";
            var origin = origins[match.Index];
            origins.RemoveRange(match.Index, match.Length);
            origins.InsertRange(match.Index, Enumerable.Repeat(origin, match.Groups[1].Length + 1));
        }

        return text;
    }

    private static string? ReadRun(string dense, int start, int end)
    {
        var run = dense.AsSpan(start, end - start);
        if (end < dense.Length && dense[end] == '年' && run.Length == 4 && ReadYear(run) is { } year) return year;
        if (end + 1 < dense.Length && dense[end] == '点' && ChineseNumeral.IsNumeral(dense[end + 1])) return null;
        if (!ChineseNumeral.TryRead(run, out long value)) return null;
        if (run.Length == 1 && !dense.AsSpan(0, start).EndsWith("百分之") && !IsCount(run[0], dense.AsSpan(end))) return null;
        return value.ToString(CultureInfo.InvariantCulture);
    }

    private static bool IsCount(char numeral, ReadOnlySpan<char> behind)
    {
        if (behind.IsEmpty) return false;
        return numeral == '一' ? UnitsOfOne.Contains(behind[0], StringComparison.Ordinal) : UnitAhead().IsMatch(behind);
    }

    private static string? ReadYear(ReadOnlySpan<char> run)
    {
        var year = string.Empty;
        foreach (var letter in run)
        {
            if (ChineseNumeral.Digit(letter) is not (>= 0 and var digit)) return null;
            year += digit.ToString(CultureInfo.InvariantCulture);
        }

        return year;
    }

    [GeneratedRegex(
        @"(?<![\d.])(?<y>(?:19|20)\d\d)年(?:(?<m>\d{1,2})月(?:(?<d>\d{1,2})[日号])?)?"
        + @"|(?<![\d.])(?<y>(?:19|20)\d\d)(?<s>[-./])(?<m>\d{1,2})\k<s>(?<d>\d{1,2})(?![\d.])"
        + @"|(?<!\d)(?<m>\d{1,2})月(?<d>\d{1,2})[日号]"
        + @"|(?<![\d.a-z])(?<n>\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.(?<f>\d+))?(?<g>(?:[万亿]|[百千](?=[万亿元]))*)(?<u>" + Units + "|[a-z]+(?:[·/][a-z]+)*)?")]
    private static partial Regex FigurePattern();

    [GeneratedRegex("百分之([0-9]+(?:\\.[0-9]+)?)")]
    private static partial Regex Percentage();

    [GeneratedRegex("^(?:" + Units + ")")]
    private static partial Regex UnitAhead();

    [GeneratedRegex(
        "(?:(?<most>不得?(?:超过|高于|大于|多于|突破)|至多|最高|最多|最大|上限|封顶|(?<!不|不得)(?:低于|少于|小于)|不足)"
        + "|(?<least>不得?(?:低于|少于|小于)|至少|最低|最少|下限|(?<!不|不得)(?:超过|高于|大于|多于|突破)))[^0-9、；]{0,8}$")]
    private static partial Regex BoundBefore();

    [GeneratedRegex(@"\G(?:(?<most>及?以下|以内|之内|封顶)|(?<least>及?以上|之上))")]
    private static partial Regex BoundBehind();
}
