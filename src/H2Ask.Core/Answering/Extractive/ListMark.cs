using System.Globalization;
using System.Text.RegularExpressions;
using H2Ask.Core.Text;

namespace H2Ask.Core.Answering.Extractive;

/// <summary>The mark that an item of a list begins with.</summary>
/// <param name="Rank">Its level: the marks of what stands around a list have a lower one.</param>
/// <param name="Number">Its number; 0 where its kind of mark counts nothing.</param>
internal readonly partial record struct ListMark(int Rank, int Number)
{
    /// <summary>What divides a document: no list goes beyond it.</summary>
    public const int Division = 0;

    private const int Dash = 8;

    private static readonly string[] InWords = ["首先", "其次", "再次", "最后"];

    /// <summary>Whether a list can begin with it.</summary>
    public bool IsFirst => Rank > Division && Number <= 1;

    /// <summary>Whether its kind of mark counts nothing: where its list ends is not told by it.</summary>
    public bool IsUncounted => Rank == Dash;

    /// <summary>The mark that a text begins with; null where it begins with none.</summary>
    public static ListMark? Of(string text)
    {
        var match = Mark().Match(text);
        if (!match.Success) return null;
        var group = match.Groups.Cast<Group>().Skip(1).First(group => group.Success);
        var rank = int.Parse(group.Name.AsSpan(1), CultureInfo.InvariantCulture);
        return new ListMark(rank, rank is Division or Dash ? 0 : NumberOf(group.Value));
    }

    /// <summary>Whether another one can follow it in the same list; one between may have been too short to be read.</summary>
    public bool IsBefore(ListMark next) => next.Rank == Rank && (Rank == Dash || (next.Number > Number && next.Number <= Number + 2));

    /// <summary>Where the first item of a list begins in the midst of a text: 办好四件实事：一是…; -1 where none does.</summary>
    public static int FindFirst(string text, bool beforeSecond)
    {
        var match = FirstWithin().Match(text);
        if (!match.Success && beforeSecond) match = FirstOfClauses().Match(text);
        return match.Success ? match.Index : -1;
    }

    private static int NumberOf(string written)
    {
        if (Array.IndexOf(InWords, written) is var place and >= 0) return place + 1;
        if (written[0] is >= '①' and <= '⑳') return written[0] - '①' + 1;
        if (char.IsAsciiDigit(written[0])) return int.Parse(written, CultureInfo.InvariantCulture);
        return ChineseNumeral.TryRead(written, out long number) ? (int)number : 0;
    }

    [GeneratedRegex(@"^[\s“""]*(?:(?<r0>第[一二三四五六七八九十百0-9]{1,4}[编篇章节条])|(?<r1>[一二三四五六七八九十]{1,3})、|[（(](?<r2>[一二三四五六七八九十]{1,3})[）)]|(?<r3>[0-9]{1,2})[.．、](?![0-9])|[（(](?<r4>[0-9]{1,2})[）)]|(?<r4>[0-9]{1,2})[）)]|(?<r5>[①-⑳])|(?<r6>[一二三四五六七八九十]{1,2})是|第(?<r6>[一二三四五六七八九十]{1,2})(?:[，、是个类种步]|方面)|(?<r7>首先|其次|再次|最后)[，、]|(?<r8>-(?!\s*[0-9])|[—•●·▪]))")]
    private static partial Regex Mark();

    [GeneratedRegex(@"(?<=.)(?:(?<=[：:。]\s*)[（(][一1][）)](?![项款条至和、])|(?<=[：:])\s*(?:1[.．、](?![0-9])|1[）)]|①|一是|第一[，、个]|首先，|——))")]
    private static partial Regex FirstWithin();

    [GeneratedRegex(@"(?<=[\p{L}，：:。）)])(?:[（(][一1][）)](?![项款条至和、])|一是|1[.．、](?![0-9])|第一[，、]|首先，)")]
    private static partial Regex FirstOfClauses();
}
