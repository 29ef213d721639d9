using System.Globalization;
using System.Text.RegularExpressions;
using H2Ask.Core.Corpus.Describing;
using H2Ask.Core.Text;

namespace H2Ask.Core.Retrieval.Findings;

/// <summary>Tells that what was found speaks of another place or time than the question, or that nothing is asked: there the likeness of the words means nothing.</summary>
internal static partial class NearMiss
{
    /// <summary>So many findings are looked at for one of the place and year.</summary>
    public const int Few = 5;

    /// <summary>The place that a sentence is about stands among so many letters.</summary>
    private const int LongestLead = 12;

    /// <summary>Behind one of these a place only joins in, or is learnt from: 联合上海, 借鉴上海.</summary>
    private const string Joining = "合鉴与和同接习引自";

    /// <summary>Fewer letters name nothing that a document could be about: 1+1=?</summary>
    private const int FewestLetters = 2;

    /// <summary>Whether the findings, the best first, miss what the question names.</summary>
    public static bool IsIn(string text, QuestionAnalysis question, bool asksFigure, IReadOnlyList<ScoredFinding> findings) =>
        // 我在株洲，国家补多少: the place is where the asker is.
        AsksNothing(text) || (!question.IsNational && IsElsewhere(question, asksFigure, findings)) || IsOfOtherYears(question, findings);

    /// <summary>The best is elsewhere; or no passage names the place, and no document is for it.</summary>
    private static bool IsElsewhere(QuestionAnalysis question, bool asksFigure, IReadOnlyList<ScoredFinding> findings)
    {
        if (question.PlaceNames.Count == 0) return false;
        return IsElsewhere(question, asksFigure, findings[0])
            || !findings.Select(finding => finding.Hit).Distinct().Any(hit => question.Agree(hit.Document.Document.Region) >= PlaceAgreement.Around || NamesPlace(question, hit));
    }

    /// <summary>Whether a text is no question at all: a greeting, thanks, a sum.</summary>
    public static bool AsksNothing(string text)
    {
        var letters = 0;
        foreach (var letter in text)
        {
            if (Characters.IsHan(letter) || char.IsAsciiLetter(letter)) letters++;
        }

        return letters < FewestLetters || SmallTalk().IsMatch(text);
    }

    /// <summary>
    /// Whether a finding is not about a place asked for: its document is for another place, and its passage doesn't name the one asked for; or its sentence begins with another one.
    /// A figure of a document for the whole country, or for no place that is known, is not of the place either, unless the passage names it.
    /// </summary>
    public static bool IsElsewhere(QuestionAnalysis question, bool asksFigure, ScoredFinding finding)
    {
        if (question.PlaceNames.Count == 0) return false;
        var agreement = question.Agree(finding.Hit.Document.Document.Region);
        if (agreement >= PlaceAgreement.Around || (agreement != PlaceAgreement.Other && (question.IsNational || !asksFigure))) return false;
        if (!NamesPlace(question, finding.Hit)) return true;
        var first = PlacesIn(question, finding.Finding.Words, LongestLead).ToArray();
        return first.Length > 0 && Array.TrueForAll(first, named => named == PlaceAgreement.Other);
    }

    /// <summary>Whether a passage names a place asked for, a part of it, or what it lies in.</summary>
    private static bool NamesPlace(QuestionAnalysis question, SearchHit hit) =>
        NamesAny(hit, question.PlaceNames) || PlacesIn(question, hit.Passage.SearchText, hit.Passage.SearchText.Length).Any(named => named >= PlaceAgreement.Around);

    /// <summary>How each place that stands in the beginning of a text agrees with those of the question; not those that another one only joins (联合上海) or learns from.</summary>
    private static IEnumerable<PlaceAgreement> PlacesIn(QuestionAnalysis question, string text, int end) =>
        Gazetteer.China.Find(text, 0, Math.Min(end, text.Length)).Where(mention => mention.Start == 0 || !Joining.Contains(text[mention.Start - 1]))
            .Select(mention => mention.Candidates.Max(place => question.Agree(place.Path)));

    /// <summary>No document or passage of the first few is of a year asked for.</summary>
    private static bool IsOfOtherYears(QuestionAnalysis question, IReadOnlyList<ScoredFinding> findings)
    {
        if (question.NamedYears.Count == 0) return false;
        string[] years = [.. question.NamedYears.Select(year => year.ToString(CultureInfo.InvariantCulture))];
        return !findings.Take(Few).Any(finding => NamesAny(finding.Hit, years) || IsOf(finding, question) || IsInSpan(question, finding.Hit.Passage.SearchText));
    }

    private static bool IsOf(ScoredFinding finding, QuestionAnalysis question) =>
        question.NamedYears.Any(year => DocumentEvidence.IsOf(finding.Hit.Document.Document, year));

    /// <summary>Whether a text names a span of years around one asked for: 2021—2025年.</summary>
    private static bool IsInSpan(QuestionAnalysis question, string text) => YearSpan().Matches(text).Any(span =>
        question.NamedYears.Any(year => YearOf(span.Groups["first"]) <= year && year <= YearOf(span.Groups["last"])));

    private static int YearOf(Group year) => int.Parse(year.ValueSpan, CultureInfo.InvariantCulture);

    private static bool NamesAny(SearchHit hit, IReadOnlyList<string> names) => names.Any(hit.Names);

    [GeneratedRegex(@"(?<![0-9.])(?<first>(?:19|20)[0-9]{2})\s?年?度?\s?[—–~～至到-]{1,2}\s?(?<last>20[0-9]{2})(?![0-9.])")]
    private static partial Regex YearSpan();

    [GeneratedRegex(@"^[^\p{L}\p{N}]*(?:你好|您好|谢谢|多谢|感谢|好的|好吧|好|行|可以|知道了|明白了?|收到|嗯|哦|哈哈|再见|拜拜|在吗|早上?好|晚上好|下午好|hi|hello|thanks|thank you|ok|bye)(?:[呀啊吗了啦哈你您]|[^\p{L}\p{N}])*$", RegexOptions.IgnoreCase)]
    private static partial Regex SmallTalk();
}
