using H2Ask.Core.Text;

namespace H2Ask.Core.Retrieval;

/// <summary>What a passage holds of a question: all its terms, and those of the sentence that holds most of them.</summary>
/// <param name="Terms">The terms of the passage.</param>
/// <param name="SentenceTerms">The terms of that sentence.</param>
/// <param name="Answers">The kinds of answer that the sentence can give.</param>
internal readonly record struct PassageEvidence(ulong Terms, ulong SentenceTerms, WantedAnswer Answers)
{
    private const int FewestOfList = 3;

    private static readonly string[] Bodies = ["部门", "单位", "机构", "公司", "企业", "政府", "局", "委", "厅", "办公室", "负责", "牵头"];
    private static readonly string[] Definitions = ["是指", "，指", "所称", "指的是", "定义"];

    /// <summary>Reads a passage.</summary>
    public static PassageEvidence Of(TermCoverage coverage, string text)
    {
        var terms = 0UL;
        var best = 0UL;
        var most = -1f;
        var place = new TextSpan(0, 0);
        foreach (var sentence in Sentences.In(text))
        {
            var found = coverage.In(sentence.Of(text));
            terms |= found;
            var share = coverage.Share(found);
            if (share <= most) continue;
            (best, most, place) = (found, share, sentence);
        }

        return new PassageEvidence(terms, best, AnswersIn(place.Of(text)));
    }

    private static WantedAnswer AnswersIn(ReadOnlySpan<char> sentence)
    {
        var answers = WantedAnswer.None;
        for (var i = 1; i < sentence.Length; i++)
        {
            if (!char.IsAsciiDigit(sentence[i - 1])) continue;
            if (sentence[i] is '年' or '月' or '日') answers |= WantedAnswer.Date;
            else if (Characters.IsHan(sentence[i]) || char.IsAsciiLetter(sentence[i]) || sentence[i] is '%' or '％') answers |= WantedAnswer.Amount;
        }

        if (HoldsAny(sentence, Bodies)) answers |= WantedAnswer.Body;
        if (HoldsAny(sentence, Definitions)) answers |= WantedAnswer.Definition;
        return sentence.Count('、') + sentence.Count('，') >= FewestOfList ? answers | WantedAnswer.List : answers;
    }

    private static bool HoldsAny(ReadOnlySpan<char> sentence, string[] words)
    {
        foreach (var word in words)
        {
            if (sentence.Contains(word, StringComparison.Ordinal)) return true;
        }

        return false;
    }
}
