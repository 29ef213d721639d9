using H2Ask.Core.Corpus;
using H2Ask.Core.Text;

namespace H2Ask.Core.Retrieval;

/// <summary>What a passage holds of a question: all its terms, and those of the sentence that holds most of them.</summary>
/// <param name="Passage">The passage.</param>
/// <param name="Terms">The terms of the passage.</param>
/// <param name="SentenceTerms">The terms of that sentence.</param>
/// <param name="Headings">The terms of the headings that it stands under.</param>
/// <param name="Heading">The terms of the last of them.</param>
/// <param name="Run">How many letters the longest run of the question in the passage has.</param>
/// <param name="Answers">The kinds of answer that the sentence can give.</param>
internal sealed record PassageEvidence(Passage Passage, ulong Terms, ulong SentenceTerms, ulong Headings, ulong Heading, int Run, WantedAnswer Answers)
{
    /// <summary>Runs are sought in the beginning of a long question alone.</summary>
    private const int MostLetters = 100;

    private const int FewestOfList = 3;

    private static readonly string[] Bodies = ["部门", "单位", "机构", "公司", "企业", "政府", "局", "委", "厅", "办公室", "负责", "牵头"];
    private static readonly string[] Definitions = ["是指", "，指", "所称", "指的是", "定义"];

    /// <summary>Reads a passage.</summary>
    public static PassageEvidence Of(TermCoverage coverage, string question, Passage passage)
    {
        var text = passage.SearchText;
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

        var headings = 0UL;
        var heading = 0UL;
        foreach (var line in passage.Section) headings |= heading = coverage.In(line);
        return new PassageEvidence(passage, terms, best, headings, heading, LongestRun(question, text), AnswersIn(place.Of(text)));
    }

    /// <summary>How many letters the longest run of a question in a text has.</summary>
    public static int LongestRun(string question, string text)
    {
        var asked = question.AsSpan(0, Math.Min(question.Length, MostLetters));
        var longest = 0;
        for (var start = 0; start + longest < asked.Length; start++)
        {
            while (start + longest < asked.Length && text.AsSpan().IndexOf(asked.Slice(start, longest + 1)) >= 0) longest++;
        }

        return longest;
    }

    /// <summary>The kinds of answer that a sentence can give.</summary>
    public static WantedAnswer AnswersIn(ReadOnlySpan<char> sentence)
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
