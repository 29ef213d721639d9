using System.Text;
using System.Text.RegularExpressions;

namespace H2Ask.Core.Retrieval.Findings;

/// <summary>
/// The part of a question that asks: 谁来维护 of 滨江的步道修好以后，谁来维护. The rest tells where to look, and what repeats only that
/// does not answer.
/// </summary>
internal static partial class QuestionFocus
{
    /// <summary>So many letters before the word that asks belong to what it asks for: 最多补多少.</summary>
    private const int Before = 6;

    /// <summary>So many letters behind it do: 哪几条线路.</summary>
    private const int After = 8;

    private static readonly char[] ClauseMarks = ['，', ',', '。', '；', ';', '？', '?', '：', ':', '！', '!', ' ', '　', '\t', '\r', '\n'];

    /// <summary>The clauses that ask; the whole question where none does.</summary>
    public static string ClausesOf(string question) => Collect(question, (clause, _, _) => (0, clause.Length));

    /// <summary>Whether several clauses ask: 谁来查，多久查一次.</summary>
    public static bool AsksSeveral(string question) => question.Split(ClauseMarks, StringSplitOptions.RemoveEmptyEntries).Count(clause => Word().IsMatch(clause)) > 1;

    /// <summary>What stands beside the words that ask; the whole question where there are none.</summary>
    public static string WordsOf(string question) =>
        Collect(question, (clause, first, last) => (Whole(clause, Math.Max(0, first.Index - Before)), Whole(clause, Math.Min(clause.Length, last.Index + last.Length + After))));

    private static string Collect(string question, Func<string, Match, Match, (int Start, int End)> take)
    {
        var focus = new StringBuilder();
        foreach (var clause in question.Split(ClauseMarks, StringSplitOptions.RemoveEmptyEntries))
        {
            var words = Word().Matches(clause);
            if (words.Count == 0) continue;
            var (start, end) = take(clause, words[0], words[^1]);
            if (focus.Length > 0) focus.Append('，');
            focus.Append(clause, start, end - start);
        }

        return focus.Length > 0 ? focus.ToString() : question;
    }

    /// <summary>A place that is not between the halves of one letter.</summary>
    private static int Whole(string clause, int at) => at < clause.Length && char.IsLowSurrogate(clause[at]) ? at - 1 : at;

    [GeneratedRegex("哪|多少|(?<![近这前后来十])几(?!乎|何)|什么|[啥谁咋]|怎[么样]|如何|为何|何时|何地|(?<![很更诸众许较])多(?:[大高长远宽](?!型|校|点)|[久快早晚]|重(?!点|要))|[吗么]$|是否|能否|可否|有没有|能不能|可不可以|要不要|会不会|是不是|需不需要|给不给|[行算罚管]不[行算罚管]")]
    private static partial Regex Word();
}
