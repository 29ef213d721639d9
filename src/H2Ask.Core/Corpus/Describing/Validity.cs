using System.Buffers;
using System.Text.RegularExpressions;

namespace H2Ask.Core.Corpus.Describing;

/// <summary>From when and until when a document says that it is in force.</summary>
/// <param name="EffectiveFrom">The first day.</param>
/// <param name="ValidUntil">The last day, worked out where the text gives a term of years.</param>
internal sealed partial record Validity(PolicyDate? EffectiveFrom, PolicyDate? ValidUntil)
{
    private const int LongestClause = 240;

    private static readonly SearchValues<string> Anchors =
        SearchValues.Create(["施行", "起实施", "后实施", "起执行", "后执行", "起生效", "后生效", "起试行", "有效期", "试行期", "执行至", "实施至", "实施期限", "执行期限", "施行期限"], StringComparison.Ordinal);

    /// <summary>A document that says nothing of it.</summary>
    public static Validity None { get; } = new(null, null);

    /// <summary>Reads what the text says of itself.</summary>
    /// <param name="text">The document's text.</param>
    /// <param name="title">Its title, folded; 《title》 is itself too.</param>
    /// <param name="issued">The day on which it was issued, for 自发布之日起; null where it is not known or the text is a draft.</param>
    /// <param name="isPlan">Whether its 实施期限 is the period that it plans for.</param>
    /// <param name="isReport">Whether it is an article, which speaks of the document by a short name.</param>
    public static Validity Of(DenseText text, string title, PolicyDate? issued, bool isPlan, bool isReport)
    {
        var found = None;
        var at = 0;
        while (at < text.Length)
        {
            var anchor = text.Text.AsSpan(at).IndexOfAny(Anchors);
            if (anchor < 0) break;
            var (start, end) = ClauseAround(text.Text, at + anchor);
            if (Read(text.Text[start..end], title, issued, isPlan, isReport, found) is { } read) found = read;
            at = end + 1;
        }

        return found;
    }

    private static (int Start, int End) ClauseAround(string text, int at)
    {
        var start = at;
        while (start > 0 && at - start < LongestClause && text[start - 1] is not ('。' or ';' or '!' or '?')) start--;
        var end = at;
        while (end < text.Length && end - at < LongestClause && text[end] is not ('。' or ';' or '!' or '?')) end++;
        return (start, end);
    }

    private static Validity? Read(string clause, string title, PolicyDate? issued, bool isPlan, bool isReport, Validity found)
    {
        var match = Starts().Match(clause);
        if (match.Success && IsOfItself(match.Groups["subject"].Value, title, isReport))
        {
            var from = StartOf(match, issued);
            var rest = clause[(match.Index + match.Length)..];
            return new Validity(from, UntilOf(rest, from) ?? found.ValidUntil);
        }

        if (Range().Match(clause) is { Success: true } range && IsOfItself(range.Groups["subject"].Value, title, isReport) && !(isPlan && range.Groups["plan"].Success))
        {
            return RangeOf(range, found);
        }

        var term = Term().Match(clause);
        if (!term.Success) return null;
        // 有效期5年 as a sentence of its own belongs to the start that was told just before.
        var own = term.Groups["subject"].Length > 0 ? IsOfItself(term.Groups["subject"].Value, title, isReport) : found.EffectiveFrom is not null && term.Index == 0;
        return own && UntilOf(clause[term.Groups["subject"].Length..], found.EffectiveFrom ?? issued) is { } until ? found with { ValidUntil = until } : null;
    }

    private static bool IsOfItself(string subject, string title, bool isReport)
    {
        if (subject.Length == 0 || subject[0] is '本' || subject.StartsWith("以上", StringComparison.Ordinal)) return !ThingInForce().IsMatch(subject.Split('由')[0]);
        if (subject[0] != '《') return isReport && ShortName().IsMatch(subject);
        var name = subject.Trim('《', '》');
        if (name.Length == 0) return false;
        return isReport ? ShortName().IsMatch(name) : TitleKey.Of(title).EndsWith(TitleKey.Of(name), StringComparison.Ordinal);
    }

    private static PolicyDate? StartOf(Match match, PolicyDate? issued)
    {
        var from = issued;
        if (match.Groups["date"].Success)
        {
            if (!ChineseDate.TryRead(match.Groups["date"].Value + "。", 0, out var date, out _)) return null;
            from = date;
        }

        if (!match.Groups["delay"].Success || from is not { } first) return from;
        if (!ChineseDate.TryReadNumber(match.Groups["delay"].Value, 0, out var delay, out _)) return null;
        return match.Groups["unit"].Value switch
        {
            "日" or "天" => AddDays(first, delay),
            "月" => AddMonths(first, delay),
            _ => null,
        };
    }

    private static Validity? RangeOf(Match range, Validity found)
    {
        if (!ChineseDate.TryRead(range.Groups["from"].Value + "。", 0, out var from, out _)) return null;
        return ChineseDate.TryRead(range.Groups["to"].Value + "。", 0, out var to, out _) && from <= to ? new Validity(Opening(from), Closing(to)) : found;
    }

    private static PolicyDate? UntilOf(string rest, PolicyDate? from)
    {
        if (Until().Match(rest) is { Success: true } until)
        {
            if (!ChineseDate.TryRead(until.Groups["date"].Value + "。", 0, out var date, out _)) return null;
            return until.Groups["end"].Success || date.Month is null ? Closing(date) : date;
        }

        if (from is not { Day: not null } first || TermLength().Match(rest) is not { Success: true } term) return null;
        if (!ChineseDate.TryReadNumber(term.Groups["count"].Value, 0, out var count, out _) || count is < 1 or > 240) return null;
        var end = AddMonths(first, term.Groups["unit"].Value == "年" ? count * 12 : count);
        return end is { } day ? AddDays(day, -1) : null;
    }

    /// <summary>The first day of a range that names a year or month only.</summary>
    private static PolicyDate Opening(PolicyDate date) => date.Day is null ? new PolicyDate(date.Year, date.Month ?? 1, 1) : date;

    /// <summary>The last day of a year or month.</summary>
    private static PolicyDate Closing(PolicyDate date) => Of(date.LastDay());

    private static PolicyDate? AddDays(PolicyDate date, int days) => date.Day is null ? null : Of(date.LastDay().AddDays(days));

    private static PolicyDate? AddMonths(PolicyDate date, int months) => date.Day is null ? null : Of(date.LastDay().AddMonths(months));

    private static PolicyDate Of(DateOnly day) => new(day.Year, day.Month, day.Day);

    private const string Day = "[0-9〇○零一二三四五六七八九十元]{4}年(?:[0-9一二三四五六七八九十]{1,3}月)?(?:[0-9一二三四五六七八九十]{1,3}日)?";
    private const string Kinds = "办法|规定|细则|条例|规则|意见|措施|政策|方案|通知|公告|通告|决定|规划|计划|标准|目录|指南|规范|规程|制度|机制|文件";
    private const string Subject = "(?<subject>(?:本|以上)[^,。;:《》]{1,24}?|《[^》]{2,60}》|)(?:\\([^()]{1,20}\\))?";
    private const string ClauseStart = "(?:^|[,:)]|第[一二三四五六七八九十百零0-9]{1,6}条|[一二三四五六七八九十]{1,3}、|[(][一二三四五六七八九十]{1,3}[)]|\\d{1,2}[.、])(?:[^,。;:《》]{2,12}[。.])?";

    [GeneratedRegex("(?:" + ClauseStart + Subject + "|(?<subject>本[^,。;:《》]{0,10}?(?:" + Kinds + ")))(?:[,]?(?:自|从|于)(?:(?<date>" + Day + ")|[^,。;自]{0,8}(?:发布|印发|公布|颁布|下发|签发|公告|批准|通过|签署|发文)(?:之日|日))(?:起)?[,]?(?:满|第)?(?:(?<delay>[0-9一二三四五六七八九十]{1,3})个?(?<unit>日|天|月|工作日)(?:之)?(?:后|起)?)?(?:开始|起|正式|后)*(?:施行|实施|执行|生效|试行))")]
    private static partial Regex Starts();

    [GeneratedRegex(Subject + "(?:的)?(?:有效期限?|执行时间|执行期限|实施时间|(?<plan>实施期限)|施行期限|执行期|实施期)?(?:为|是|:)?[,]?(?:自|从)?(?<from>" + Day + ")(?:起|开始)?(?:-|至|到|执行至|实施至|有效期至)+(?<to>" + Day + ")(?:止)?(?:施行|实施|执行|有效)?(?=$|[,、)])")]
    private static partial Regex Range();

    [GeneratedRegex("(?<subject>(?:本|以上)[^,。;:《》]{1,20}?|《[^》]{2,60}》|)(?:的)?(?:有效期|试行期|执行期限|实施期限|施行期限|执行至|实施至|施行至|有效至)")]
    private static partial Regex Term();

    [GeneratedRegex("(?:有效期限?|试行期|执行期|实施期限?|执行期限|施行期限|执行|实施|施行|有效|截止时间)(?:限)?(?:为|暂定)?[,]?(?:(?:自|从)?" + Day + "(?:起)?)?(?:-|至|到|截至|截止至|截止到|截止)(?<date>" + Day + ")(?<end>底|末|年底)?|^[,]?至(?<date>" + Day + ")(?<end>底|末)?止")]
    private static partial Regex Until();

    [GeneratedRegex("(?:有效期限?|试行期|暂行期|执行期限?|实施期限?|施行期限|试行|有效|期限)(?:限)?(?:暂定|设定)?(?:为|是)?(?:自[^,。;]{0,14}起)?(?<count>[0-9一二三四五六七八九十两]{1,3})个?(?<unit>年|月)")]
    private static partial Regex TermLength();

    [GeneratedRegex("资金|许可|证|资质|目录内|项目|协议|合同|补贴|市|区|省|单位|企业|公司")]
    private static partial Regex ThingInForce();

    [GeneratedRegex("(?:" + Kinds + "|征求意见稿)$")]
    private static partial Regex ShortName();
}
