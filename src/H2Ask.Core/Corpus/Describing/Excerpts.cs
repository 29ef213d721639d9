using System.Text.RegularExpressions;

namespace H2Ask.Core.Corpus.Describing;

/// <summary>Tells whether a text is only a part of its document.</summary>
internal static partial class Excerpts
{
    /// <summary>Whether the text says so, begins behind its first section, or breaks off in mid-sentence.</summary>
    public static bool IsExcerpt(DraftReading reading)
    {
        if (reading.Head.IsExcerpt || SaysSo().IsMatch(reading.Title)) return true;
        var text = reading.Text;
        if (text.Length == 0) return false;
        if (SaysSo().IsMatch(text.Text.AsSpan(0, Math.Min(text.Length, 300))) || Cut().IsMatch(text.Text)) return true;
        return text.Text[^1] is ',' or '、' or '(' or '《' || BeginsBehindFirstSection(text, TitleWords.KindOf(reading.Title, text));
    }

    /// <summary>Whether the first number is not one, or a plan has （一） but no 一、 above it.</summary>
    private static bool BeginsBehindFirstSection(DenseText text, string kind)
    {
        foreach (Match match in SectionNumber().Matches(text.Text))
        {
            var startsHere = match.Index == 0 || text.BreakBefore(match.Index) || text.Text[match.Index - 1] is '。' or ':' or ')';
            if (startsHere) return match.Groups["number"].Value != "一" && !FirstArticle().IsMatch(text.Text.AsSpan(0, match.Index));
        }

        return kind is "规划" or "纲要" && text.Text.Contains("(一)", StringComparison.Ordinal);
    }

    [GeneratedRegex(@"[(〔](?:节选|摘选|摘录|摘编|摘要|选编)[)〕]")]
    private static partial Regex SaysSo();

    [GeneratedRegex(@"[(](?:此件)?(?:有删减|有删节|略有删节)[)]|本文有删减")]
    private static partial Regex Cut();

    [GeneratedRegex("第一条")]
    private static partial Regex FirstArticle();

    [GeneratedRegex("第(?<number>[一二三四五六七八九十]{1,3})[章编]|(?<![一二三四五六七八九十百第])(?<number>[一二三四五六七八九十]{1,3})、(?=[\\u4E00-\\u9FFF]{2})")]
    private static partial Regex SectionNumber();
}
