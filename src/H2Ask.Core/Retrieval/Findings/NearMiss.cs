using System.Globalization;
using System.Text.RegularExpressions;
using H2Ask.Core.Text;

namespace H2Ask.Core.Retrieval.Findings;

/// <summary>Tells that what was found speaks of another place or time than the question, or that nothing is asked: there the likeness of the words means nothing.</summary>
internal static partial class NearMiss
{
    private const int Few = 5;

    /// <summary>Fewer letters name nothing that a document could be about: 1+1=?</summary>
    private const int FewestLetters = 2;

    /// <summary>Whether the findings, the best first, miss what the question names.</summary>
    public static bool IsIn(string text, QuestionAnalysis question, IReadOnlyList<ScoredFinding> findings) =>
        AsksNothing(text) || IsElsewhere(question, findings) || IsOfOtherYears(question, findings);

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

    /// <summary>The best is of a document for another place and its passage names none asked for; or no passage names one, and no document is for one.</summary>
    private static bool IsElsewhere(QuestionAnalysis question, IReadOnlyList<ScoredFinding> findings)
    {
        // 我在株洲，国家补多少: the place is where the asker is.
        if (question.PlaceNames.Count == 0 || question.IsNational) return false;
        if (question.Agree(findings[0].Hit.Document.Document.Region) == PlaceAgreement.Other && !NamesAny(findings[0].Hit, question.PlaceNames)) return true;
        return !findings.Select(finding => finding.Hit).Distinct().Any(hit => question.Agree(hit.Document.Document.Region) >= PlaceAgreement.Around || NamesAny(hit, question.PlaceNames));
    }

    private static bool IsOfOtherYears(QuestionAnalysis question, IReadOnlyList<ScoredFinding> findings)
    {
        string[] years = [.. question.NamedYears.Select(year => year.ToString(CultureInfo.InvariantCulture))];
        return years.Length > 0 && !findings.Take(Few).Any(finding => NamesAny(finding.Hit, years) || question.NamedYears.Any(year => DocumentEvidence.IsOf(finding.Hit.Document.Document, year)));
    }

    private static bool NamesAny(SearchHit hit, IReadOnlyList<string> names) => names.Any(hit.Names);

    [GeneratedRegex(@"^[^\p{L}\p{N}]*(?:你好|您好|谢谢|多谢|感谢|好的|好吧|好|行|可以|知道了|明白了?|收到|嗯|哦|哈哈|再见|拜拜|在吗|早上?好|晚上好|下午好|hi|hello|thanks|thank you|ok|bye)(?:[呀啊吗了啦哈你您]|[^\p{L}\p{N}])*$", RegexOptions.IgnoreCase)]
    private static partial Regex SmallTalk();
}
