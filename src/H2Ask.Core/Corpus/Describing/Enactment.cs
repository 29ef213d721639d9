using System.Text.RegularExpressions;

namespace H2Ask.Core.Corpus.Describing;

/// <summary>The history that stands under the title of a law or rule: who passed it when, when it was published and amended.</summary>
/// <param name="Bodies">The body that passed it, else the one that published it.</param>
/// <param name="Number">The number of the decree that published it; null where none is named.</param>
/// <param name="Made">The day on which it was first published, else passed.</param>
/// <param name="Amended">The day of its last amendment; null where it has none.</param>
/// <param name="Effective">The day that the history names for its coming into force.</param>
internal sealed partial record Enactment(IReadOnlyList<string> Bodies, string? Number, PolicyDate? Made, PolicyDate? Amended, PolicyDate? Effective)
{
    private const int Opening = 300;
    private const int Longest = 2000;
    private const int LongestAct = 160;

    /// <summary>A document without a history.</summary>
    public static Enactment None { get; } = new([], null, null, null, null);

    /// <summary>Reads the lines, or the bracket, that follow the title and begin with a day.</summary>
    /// <param name="text">The document's text.</param>
    /// <param name="title">Its title, folded.</param>
    /// <param name="isHeaded">Whether the title stands in a line that is no part of the text, which then begins with the history.</param>
    public static Enactment Read(DenseText text, string title, bool isHeaded)
    {
        var at = title.Length > 0 ? text.Text.IndexOf(title, StringComparison.Ordinal) : -1;
        if (!isHeaded && at is < 0 or > Opening) return None;
        var start = isHeaded ? 0 : at + title.Length;
        var bracket = start < text.Length && text.Text[start] == '(' ? text.Text.IndexOf(')', start) : -1;
        if (bracket > 0) start++;
        var isDated = ChineseDate.TryRead(text.Text, start, out _, out _);
        if (!isDated && !(bracket > 0 && Passes().IsMatch(text.Text.AsSpan(start, bracket - start)))) return None;
        var end = bracket > 0 ? Math.Min(bracket, start + Longest) : EndOfLines(text, start);
        return Of(text.Text, start, end);
    }

    private static int EndOfLines(DenseText text, int start)
    {
        var end = start;
        for (var i = start; i <= text.Length && i - start < Longest; i++)
        {
            if (i > start && !text.LineBreakBefore(i)) continue;
            // A sentence behind another is prose that begins with a day.
            if (i > start && text.Text.AsSpan(end, i - end - 1).Contains('。')) break;
            if (i > start) end = i;
            if (i == text.Length || !(ChineseDate.TryRead(text.Text, i, out var date, out _) && date.Day is not null)) break;
        }

        return end;
    }

    private static Enactment Of(string text, int start, int end)
    {
        var found = None;
        PolicyDate? passed = null;
        for (var at = start; at < end;)
        {
            if (!(text[at] is '1' or '2' or '一' or '二') || !ChineseDate.TryRead(text, at, out var date, out var dateEnd) || date.Day is null)
            {
                at++;
                continue;
            }

            var act = text[dateEnd..Math.Clamp(NextDate(text, dateEnd, end), dateEnd, Math.Min(text.Length, dateEnd + LongestAct))];
            at = dateEnd;
            if (InForce().IsMatch(act)) found = found with { Effective = found.Effective ?? date };
            else if (act.Contains("修正", StringComparison.Ordinal) || act.Contains("修订", StringComparison.Ordinal)) found = found with { Amended = date };
            else if (found.Amended is null && Publishes().IsMatch(act)) found = Named(found, act) with { Made = found.Made ?? date };
            else if (found.Amended is null && act.Contains("通过", StringComparison.Ordinal)) (found, passed) = (Named(found, act), passed ?? date);
        }

        return found with { Made = found.Made ?? passed };
    }

    private static int NextDate(string text, int at, int end)
    {
        for (var i = at; i < end; i++)
        {
            if (text[i] == '年' && i - 4 >= at && ChineseDate.TryRead(text, i - 4, out var date, out _) && date.Day is not null) return i - 4;
        }

        return end;
    }

    private static Enactment Named(Enactment found, string act)
    {
        var number = found.Number is null && Decree().Match(act) is { Success: true } decree ? decree.Value : found.Number;
        if (found.Bodies.Count > 0 || Body().Match(act) is not { Success: true } match) return found with { Number = number };
        var name = match.Groups["body"].Value + match.Groups["assembly"].Value;
        if (name.Length > 10 && name.StartsWith("中华人民共和国", StringComparison.Ordinal)) name = name["中华人民共和国".Length..];
        return BodyNames.CanEnd(name[^1]) || match.Groups["assembly"].Success ? found with { Bodies = [name], Number = number } : found with { Number = number };
    }

    [GeneratedRegex("^(?:起)?(?:施行|实施|生效)")]
    private static partial Regex InForce();

    [GeneratedRegex("会议通过")]
    private static partial Regex Passes();

    [GeneratedRegex("公布|发布|颁布")]
    private static partial Regex Publishes();

    [GeneratedRegex("^[\\u4E00-\\u9FFF]{2,30}令第[0-9]{1,4}号")]
    private static partial Regex Decree();

    [GeneratedRegex("^(?:经)?(?:第[一二三四五六七八九十0-9]{1,4}届)?(?<body>[\\u4E00-\\u9FFF]{2,30}?)(?:第[一二三四五六七八九十0-9]{1,4}届(?<assembly>(?:全国)?人民代表大会(?:常务委员会)?)|(?=第[一二三四五六七八九十百0-9]{1,6}次|审判委员会|检察委员会|部长办公|部务|局务|常务会议|令第|公告|公布|发布|颁布|通过))")]
    private static partial Regex Body();
}
