using System.Text.RegularExpressions;

namespace H2Ask.Core.Retrieval.Findings;

/// <summary>Tells the kind of mark that an item of a list begins with.</summary>
internal static partial class ItemMark
{
    /// <summary>The kind of a text's mark: the same for （一） and （二）, another for 1. or 一是; null where it has none.</summary>
    public static string? KindOf(string text)
    {
        var match = Mark().Match(text);
        return match.Success ? match.Groups.Cast<Group>().Skip(1).First(group => group.Success).Name : null;
    }

    /// <summary>Whether a text begins with the mark of a first item: （一）, 1. or 一是.</summary>
    public static bool IsFirst(string text) => First().IsMatch(text);

    [GeneratedRegex(@"^\s*(?:[（(](?:一|1)[）)]|①|1[.．、](?![0-9])|1[）)]|一是|一、|第一[，、是个类种步方])")]
    private static partial Regex First();

    [GeneratedRegex(@"^\s*(?:(?<bracketedChinese>[（(][一二三四五六七八九十]{1,3}[）)])|(?<bracketed>[（(][0-9]{1,2}[）)])|(?<circled>[①-⑳])|(?<dotted>[0-9]{1,2}[.．、](?![0-9]))|(?<halfBracketed>[0-9]{1,2}[）)])|(?<ordinal>[一二三四五六七八九十]{1,2}是)|(?<chinese>[一二三四五六七八九十]{1,2}、)|(?<article>第[一二三四五六七八九十]{1,3}[，、是个类种步方])|(?<dashed>[-•●·—▪]))")]
    private static partial Regex Mark();
}
