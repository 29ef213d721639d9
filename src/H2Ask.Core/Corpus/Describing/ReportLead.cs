using System.Text.RegularExpressions;

namespace H2Ask.Core.Corpus.Describing;

/// <summary>What the title and first sentences of an article tell of the document that it reports on.</summary>
/// <param name="Bodies">The bodies that it says issued the document.</param>
/// <param name="Reported">The document's title; null where the article names none.</param>
/// <param name="Published">Month and day of the issue, and the year where the article gives it.</param>
internal sealed partial record ReportLead(IReadOnlyList<string> Bodies, string? Reported, (int? Year, int Month, int Day)? Published)
{
    private const int Opening = 420;

    /// <summary>Reads an article that begins with its title.</summary>
    public static ReportLead Read(string title, DenseText text)
    {
        var bodyStart = text.Text.StartsWith(title, StringComparison.Ordinal) ? title.Length : 0;
        var end = Math.Min(text.Length, bodyStart + Opening);
        var bodies = IsRoundUp(title) ? [] : BodiesIn(text, bodyStart, end);
        if (bodies.Count == 0 && !IsRoundUp(title)) bodies = BodiesIn(DenseText.Of(title), 0, title.Length);
        return new ReportLead(bodies, ReportedIn(title, text.Text[bodyStart..end]), PublishedIn(text.Text, bodyStart, end));
    }

    /// <summary>Whether an article goes through the policies of many places instead of one document.</summary>
    public static bool IsRoundUp(string title) => RoundUp().IsMatch(title);

    private static List<string> BodiesIn(DenseText text, int start, int end)
    {
        foreach (var match in Issuing().EnumerateMatches(text.Text.AsSpan(start, end - start)))
        {
            var bodies = BodyNames.Before(text, start + match.Index, out var from).Select(Bare).Where(name => name.Length > 2 && !NotBody().IsMatch(name)).ToList();
            if (bodies.Count > 0 && from >= start) return bodies;
        }

        return [];
    }

    private static string Bare(string name) => InFront().Replace(name, string.Empty);

    private static string? ReportedIn(string title, string lead)
    {
        if (IsRoundUp(title)) return null;
        var named = TitleInTitle().Match(title) is { Success: true } match ? match.Groups["title"].Value : null;
        foreach (Match issued in IssuedTitle().Matches(lead))
        {
            var told = issued.Groups["title"].Value;
            // The lead cites other documents too: what the title names decides which of them is meant.
            if (DocumentName().IsMatch(told) && (named is null || TitleKey.Likeness(TitleKey.CoreOf(named), TitleKey.CoreOf(told)) > 0.5)) return told;
        }

        if (named is not null) return named;
        if (FirstTitle().Match(lead) is { Success: true } first) return first.Groups["title"].Value;
        if (HalfMarked().Match(lead) is { Success: true } half) return half.Groups["title"].Value;
        return Unmarked().Match(lead) is { Success: true } bare ? bare.Groups["title"].Value : null;
    }

    private static (int? Year, int Month, int Day)? PublishedIn(string text, int start, int end)
    {
        for (var i = start; i < Math.Min(end, start + 120); i++)
        {
            if (!char.IsAsciiDigit(text[i]) || (i > start && char.IsAsciiDigit(text[i - 1]))) continue;
            if (ChineseDate.TryRead(text, i, out var full, out var fullEnd))
            {
                if (full is { Month: { } fullMonth, Day: { } fullDay } && IssuesAfter(text, fullEnd)) return (full.Year, fullMonth, fullDay);
                i = fullEnd;
            }
            else if (ChineseDate.TryReadMonthAndDay(text, i, out var month, out var day, out var dayEnd) && IssuesAfter(text, dayEnd))
            {
                return (YearTold(text, month, day), month, day);
            }
        }

        return null;
    }

    /// <summary>The year that the article gives for the same day further on.</summary>
    private static int? YearTold(string text, int month, int day)
    {
        for (var i = text.IndexOf('年'); i >= 0; i = text.IndexOf('年', i + 1))
        {
            if (ChineseDate.TryRead(text, i - 4, out var date, out _) && date.Month == month && date.Day == day) return date.Year;
        }

        return null;
    }

    private static bool IssuesAfter(string text, int at) => IssuedLater().IsMatch(text.AsSpan(at, Math.Min(70, text.Length - at)));

    [GeneratedRegex("(?:日前|近日|今日|昨日|就|又|也|将|已经|已|联合|正式|共同|组织|早在|去年|今年|于|[0-9]{1,2}月|[0-9]{1,2}日|在京|对外|公开|关于|拟|再)*(?:发布(?!会)|印发|公布|颁布|出台|下发|发文|制定|批复|公示|征集|就[^,。]{2,40}征求)|:(?=公开征集|推动|关于)")]
    private static partial Regex Issuing();

    [GeneratedRegex("^(?:日前|近日|今日|昨日|日|其中|由|从|据|此次|讯|获悉|按照|根据|经|当前|目前|此前)+")]
    private static partial Regex InFront();

    // A committee called by its short name ends with 委: 会 behind it belongs to 会同 (国家发改委会|同).
    [GeneratedRegex("发布会|记者|协会|公司|论坛|联盟|研究院$|大会|(?:发改|发展改革|国资|卫健|卫生健康|经信|科工|住建)委会|企业")]
    private static partial Regex NotBody();

    [GeneratedRegex("(?:发布|印发|公布|颁布|出台|下发|制定|形成|编制|关于|就|的)了?(?:关于)?(?:印发|发布|公布)?(?:国家标准)?《(?<title>[^《》]{4,90}(?:《[^《》]{2,60}》[^《》]{0,20})?)》")]
    private static partial Regex IssuedTitle();

    [GeneratedRegex("《(?<title>[^《》]{8,90})》")]
    private static partial Regex FirstTitle();

    [GeneratedRegex("《(?<title>[^《》]{6,90})》")]
    private static partial Regex TitleInTitle();

    [GeneratedRegex("^[,]?(?<title>[^《》,。:;]{6,60}(?:规划|计划|方案|意见|措施|办法|规定|细则|政策|条例|通知|公告|目录|清单)(?:\\([^()]{2,20}\\))?)》")]
    private static partial Regex HalfMarked();

    [GeneratedRegex("(?:^|[,。:])(?:近日|日前)?[,]?(?:[^,。:]{0,24}(?:通过|获悉|发布|印发))?[,]?(?<title>[^,。:《》]{4,60}?(?:规划|计划|方案|意见|措施|办法|规定|细则|政策|建议|条例|通知|纲要)(?:\\([^()]{4,20}\\))?)\\(以下(?:简)?称")]
    private static partial Regex Unmarked();

    [GeneratedRegex("规划|计划|方案|意见|措施|办法|规定|细则|政策|条例|通知|公告|决定|目录|标准|指南|纲要|清单|名单|要点|规则|规范|机制|建议|公示|报告|行动|法$|程$")]
    private static partial Regex DocumentName();

    [GeneratedRegex("^[^。]{0,60}(?:发布|印发|公布|出台|下发|颁布|制定|批准|公示|介绍|获悉|主持|召开)")]
    private static partial Regex IssuedLater();

    [GeneratedRegex(@"\d+(?:个)?(?:省|地市|城市|城(?!区))|汇总|盘点|比拼|一览|各省|各地")]
    private static partial Regex RoundUp();
}
