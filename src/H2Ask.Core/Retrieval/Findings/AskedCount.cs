using System.Globalization;
using System.Text.RegularExpressions;
using H2Ask.Core.Text;

namespace H2Ask.Core.Retrieval.Findings;

/// <summary>How many things a question asks for by number (哪五条原则, 四个片区是哪些), and whether a text lists as many.</summary>
internal static partial class AskedCount
{
    private const int Most = 20;

    /// <summary>The number; 0 where the question names none.</summary>
    public static int Of(string question)
    {
        foreach (Match match in Number().Matches(question))
        {
            if (Read(match) is > 1 and <= Most and var count) return (int)count;
        }

        return 0;
    }

    private static long Read(Match match)
    {
        var figure = match.Groups["figure"].Value;
        if (!long.TryParse(figure, NumberStyles.None, CultureInfo.InvariantCulture, out var count)) ChineseNumeral.TryRead(figure, out count);
        return count;
    }

    /// <summary>Whether an enumeration in a text has so many parts: 甲、乙、丙 three, 甲、乙和丙 too.</summary>
    public static bool Lists(ReadOnlySpan<char> text, int count)
    {
        var items = 1;
        foreach (var letter in text)
        {
            if (letter == '、')
            {
                items++;
            }
            else if (letter is '，' or '。' or '；' or '：' or ',' or ';' or ':')
            {
                if (items == count) return true;
                items = 1;
            }
            else if (letter is '和' or '及' or '与' && items == count - 1)
            {
                // 甲、乙和丙.
                return true;
            }
        }

        return items == count;
    }

    /// <summary>Whether a text says that there are so many of something: 等4家医院, 三大书坊, 两项制度.</summary>
    public static bool IsStated(string text, int count) => Number().Matches(text).Any(match => Read(match) == count);

    [GeneratedRegex("(?<![0-9一二三四五六七八九十百千万亿零〇第之“.．])(?<figure>[0-9]{1,2}|两|[一二三四五六七八九]?十[一二三四五六七八九]?|[二三四五六七八九])(?=[大个条项家类种座对根方样件点块区市县种步批档级])(?!个?[月年])(?![项]?规划)")]
    private static partial Regex Number();
}
