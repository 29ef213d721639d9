using System.Text.RegularExpressions;

namespace H2Ask.Core.Retrieval.Findings;

/// <summary>Tells the kind of mark that an item of a list begins with.</summary>
internal static partial class ItemMark
{
    /// <summary>The kind of the items that begin with a dash: none of them is told to be the first.</summary>
    public const string Dashed = "dashed";

    /// <summary>The kind of a text's mark: the same for （一） and （二）, another for 1. or 一是; null where it has none.</summary>
    public static string? KindOf(string text)
    {
        var match = Mark().Match(text);
        return match.Success ? match.Groups.Cast<Group>().Skip(1).First(group => group.Success).Name : null;
    }

    /// <summary>Whether a text begins with the mark of a first item: （一）, 1. or 一是.</summary>
    public static bool IsFirst(string text) => First().IsMatch(text);

    /// <summary>The kind of the items that a text opens the list of: 符合下列条件： before its first item, or 实施三项工程：一是…; null where it opens none.</summary>
    public static string? OpenedBy(string text, string? next)
    {
        if (text.AsSpan().LastIndexOfAny('：', ':') is var colon && colon < 0) return null;
        return colon < text.Length - 1 ? KindOf(text[(colon + 1)..]) : next is null ? null : KindOf(next);
    }

    [GeneratedRegex(@"^\s*(?:[（(](?:一|1)[）)]|①|1[.．、](?![0-9])|1[）)]|一是|一、|第一(?:[，、是个类种步]|方面))")]
    private static partial Regex First();

    [GeneratedRegex(@"^\s*(?:(?<bracketedChinese>[（(][一二三四五六七八九十]{1,3}[）)])|(?<bracketed>[（(][0-9]{1,2}[）)])|(?<circled>[①-⑳])|(?<dotted>[0-9]{1,2}[.．、](?![0-9]))|(?<halfBracketed>[0-9]{1,2}[）)])|(?<ordinal>[一二三四五六七八九十]{1,2}是)|(?<chinese>[一二三四五六七八九十]{1,2}、)|(?<article>第[一二三四五六七八九十]{1,3}(?:[，、是个类种步]|方面))|(?<dashed>[-•●·—▪](?!\s*[0-9])))")]
    private static partial Regex Mark();
}
