using System.Globalization;
using System.Text.RegularExpressions;

namespace H2Ask.Core.Corpus.Describing;

/// <summary>What a title says of its document: its kind, its status, the years that it plans for.</summary>
internal static partial class TitleWords
{
    /// <summary>征求意见稿: put up for comment.</summary>
    public const string Draft = "征求意见稿";

    /// <summary>修订版: takes the place of an earlier edition.</summary>
    public const string Revised = "修订版";

    /// <summary>正式: in its final form.</summary>
    public const string Final = "正式";

    // The longer word first where one ends with the other.
    private static readonly (string Word, string Kind)[] HeadNouns =
    [
        ("规划纲要", "纲要"), ("纲要", "纲要"), ("规划", "规划"), ("计划", "计划"), ("方案", "方案"), ("意见", "意见"), ("措施", "措施"), ("办法", "办法"), ("细则", "细则"),
        ("规定", "规定"), ("条例", "条例"), ("通知", "通知"), ("公告", "公告"), ("通告", "公告"), ("决定", "决定"), ("决议", "决定"), ("目录", "目录"), ("名录", "目录"), ("标准", "标准"),
        ("技术规范", "标准"), ("技术规程", "标准"), ("技术要求", "标准"), ("指南", "指南"), ("指引", "指南"), ("导则", "指南"), ("政策", "政策"), ("公示", "公示"), ("清单", "清单"), ("名单", "清单"),
        ("报告", "报告"), ("要点", "要点"), ("规则", "规则"), ("规程", "规则"), ("准则", "规则"), ("机制", "机制"), ("讲话", "讲话"), ("条款", "规定"), ("守则", "规则"),
        ("解释", "解释"), ("安排", "安排"), ("修正案", "法律"), ("法典", "法律"),
    ];

    /// <summary>The kind that a title names, or else that the document's own text calls itself; 其他 where neither does.</summary>
    public static string KindOf(string title, DenseText text)
    {
        if (title.Length > 0) return HeadNounOf(title) ?? (StandardNumber().IsMatch(text.Text.AsSpan(0, Math.Min(text.Length, 300))) ? "标准" : OtherKind);
        var self = SelfName().Matches(text.Text);
        if (self.Count > 0) return HeadNounOf(self[^1].Groups["noun"].Value) ?? OtherKind;
        var call = CallOfNotice().Match(text.Text);
        return call.Success ? HeadNounOf(call.Groups["noun"].Value) ?? OtherKind : OtherKind;
    }

    /// <summary>The status that the words of a title give; null where they give none.</summary>
    public static string? StatusOf(string title)
    {
        if (DraftMark().IsMatch(title)) return Draft;
        if (RevisedMark().IsMatch(title)) return Revised;
        if (title.Contains("试行", StringComparison.Ordinal)) return "试行";
        return title.Contains("暂行", StringComparison.Ordinal) ? "暂行" : null;
    }

    /// <summary>The years that a title plans for; null where it names none.</summary>
    public static string? PeriodOf(string title)
    {
        var years = Years().Match(title);
        if (years.Success && Span(years) is { } span) return span;
        if (FiveYears().Match(title) is { Success: true } plan) return PlanYears(plan.Groups["ordinal"].Value);
        return SingleYear().Match(title) is { Success: true } year ? year.Groups["year"].Value : null;
    }

    /// <summary>The year of its edition: （2019年本）, 2018版; null where it names none.</summary>
    public static int? EditionYearOf(string title) =>
        EditionYear().Match(title) is { Success: true } edition ? int.Parse(edition.Groups["year"].ValueSpan, CultureInfo.InvariantCulture) : null;

    /// <summary>The years of the plan as the text states them: 规划期为2021—2025年.</summary>
    public static string? StatedPeriodOf(DenseText text) =>
        StatedYears().Match(text.Text) is { Success: true } stated ? Span(stated) : null;

    private const string OtherKind = "其他";

    private static string? HeadNounOf(string title)
    {
        var bare = title;
        while (TrailingBracket().Match(bare) is { Success: true, Index: > 0 } bracket) bare = bare[..bracket.Index];
        bare = TrailingMark().Replace(bare, string.Empty);
        foreach (var (word, kind) in HeadNouns)
        {
            if (bare.EndsWith(word, StringComparison.Ordinal)) return kind;
        }

        return LawEnd().IsMatch(bare) ? "法律" : null;
    }

    private static string? Span(Match match)
    {
        var from = match.Groups["from"].Value;
        var to = match.Groups["to"].Value;
        if (to.Length == 2) to = from[..2] + to;
        return string.CompareOrdinal(from, to) < 0 ? $"{from}-{to}" : null;
    }

    private static string? PlanYears(string ordinal)
    {
        if (!ChineseDate.TryReadNumber(ordinal, 0, out var number, out _) || number is < 8 or > 20) return null;
        var first = 1991 + (number - 8) * 5;
        return $"{first}-{first + 4}";
    }

    [GeneratedRegex(@"(?:\([^()]{1,40}\)|〔[^〔〕]{1,40}〕)$")]
    private static partial Regex TrailingBracket();

    [GeneratedRegex("""(?:征求意见稿|草案|[》”"!。])+$""")]
    private static partial Regex TrailingMark();

    [GeneratedRegex("(?<![办方做看立想执普])法$")]
    private static partial Regex LawEnd();

    [GeneratedRegex("征求意见|意见征集稿|送审稿|讨论稿|\\(草案\\)|草案稿")]
    private static partial Regex DraftMark();

    [GeneratedRegex(@"修订版|修订稿|\((?:19|20)?\d{0,4}年?修[订正]|(?:19|20)\d\d年修[订正]")]
    private static partial Regex RevisedMark();

    [GeneratedRegex(@"(?<from>(?:19|20)\d\d)年?[-至到]{1,3}(?<to>(?:19|20)\d\d)年?")]
    private static partial Regex Years();

    [GeneratedRegex("(?<![一二三四五六七八九])(?:第?(?<ordinal>十[一二三四五六七]?|[八九])个五年|(?<ordinal>十[一二三四五六七])五(?![一二三四五六七八九十]))")]
    private static partial Regex FiveYears();

    [GeneratedRegex(@"(?<![-至\d])(?<year>20\d\d)年(?:度)?(?!前|底|末|以|版|[-至]|修|本).{0,30}(?:计划|方案|要点|安排)")]
    private static partial Regex SingleYear();

    [GeneratedRegex(@"(?<year>20\d\d)年?(?:版|本|修订|修正)")]
    private static partial Regex EditionYear();

    [GeneratedRegex(@"(?:规划期|规划期限|实施期限|计划期|执行期限|规划期间)(?:限)?(?:为|是|:)?(?<from>20\d\d)年?[-至到]{1,3}(?<to>20\d\d)年?")]
    private static partial Regex StatedYears();

    [GeneratedRegex("(?:制定|提出|作出)(?:本|以下|如下|该)(?<noun>[^,。;:、]{0,6}?(?:意见|办法|规定|细则|方案|措施|政策|规划|计划|决定|条例|指南))|(?:(?<=第[一二三四五六七八九十百]{1,5}条)|(?<=^|。))本(?<noun>办法|规定|细则|条例|规则|意见|措施|政策|方案)(?:由|自|适用)")]
    private static partial Regex SelfName();

    [GeneratedRegex(@"(?<![A-Z])(?:T/[A-Z]{2,8}|GB|DB\d{2,4}|HJ|NB|QC|JT|CJJ|JGJ|AQ|TSG)(?:/[TZ])?\d{2,6}(?:\.\d)?-(?:19|20)\d\d")]
    private static partial Regex StandardNumber();

    [GeneratedRegex("(?<noun>通知|公告|决定)如下|(?:予以|进行)(?<noun>公示)|特此(?<noun>通知|公告|公示)")]
    private static partial Regex CallOfNotice();
}
