using System.Globalization;
using System.Text.RegularExpressions;
using H2Ask.Core.Text;

namespace H2Ask.Core.Answering.Extractive;

/// <summary>Reads what a sentence announces so many of: 打造三大走廊.</summary>
internal static partial class Announcement
{
    /// <summary>A whole number (not the 二 of 第十二条) with the unit of things that are listed, not of time.</summary>
    private const string Count = "(?<![第0-9一二两三四五六七八九十百千万亿零〇点.．])(?<count>[0-9]{1,3}|两|[一二三四五六七八九十百]{1,5})(?:项|大|个(?!月|年|工作日|自然日|小时)|类|条|对|种|步|级|区|带|批|样|方面|点)";

    /// <summary>Whether a sentence announces anything: by how many there are, or that they follow.</summary>
    public static bool IsIn(string words) => Counted().Matches(words).Any(match => NumberOf(match) is not null) || Following().IsMatch(words);

    /// <summary>How many things a sentence announces at its end, and what they are; null where it announces none.</summary>
    public static (int Count, string Name)? Of(string words)
    {
        return Ending().Match(words) is { Success: true } match && NumberOf(match) is { } count ? (count, match.Groups["name"].Value) : null;
    }

    /// <summary>How many of what it asks for a question says that there are: 哪四条线路, 五项原则是哪些; null where it doesn't say.</summary>
    public static int? CountIn(string question) => Asked().Match(question) is { Success: true } match ? NumberOf(match) : null;

    private static int? NumberOf(Match match)
    {
        var written = match.Groups["count"].Value;
        if (!int.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var count)) count = ChineseNumeral.TryRead(written, out long read) ? (int)read : 0;
        return count > 1 ? count : null;
    }

    [GeneratedRegex(Count)]
    private static partial Regex Counted();

    [GeneratedRegex("以下|下列|如下|包括|分为|主要有")]
    private static partial Regex Following();

    // What stands before 的 is not what is asked for: 22个县的保障措施有哪些.
    [GeneratedRegex("哪" + Count + "|(?<![这那])" + Count + "[^的，。；？?、\\s]{0,12}?(?:(?:是|有|指|叫|为|包括|分别|各自|都|各)+(?:哪(?:些|几[个项条大类种])|什么|啥)[？?。，呢啊\\s]*$|(?:分别|都)叫)")]
    private static partial Regex Asked();

    [GeneratedRegex(Count + "[“‘]?(?<name>\\p{L}{2,8})[”’]?[。：:；]?$")]
    private static partial Regex Ending();
}
