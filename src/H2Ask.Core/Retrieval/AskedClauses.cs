using System.Text.RegularExpressions;
using H2Ask.Core.Retrieval.Findings;

namespace H2Ask.Core.Retrieval;

/// <summary>Takes a question that asks for a figure in each of its clauses apart: 建站最多补多少？开起来以后一年又补多少？</summary>
internal static partial class AskedClauses
{
    /// <summary>More are a list, not a comparison.</summary>
    private const int Most = 3;

    private static readonly SlotKind[] Kinds = [SlotKind.Document, SlotKind.Place, SlotKind.Time];

    /// <summary>One question for each clause that asks, in their order; none where there are not several.</summary>
    public static ComparisonSide[]? Of(string question)
    {
        var clauses = Asking(question);
        // 其中苹果又是多少: a part of the same.
        if (clauses.Count is < 2 or > Most || clauses.Skip(1).Any(clause => QuestionWords.ThatThing().IsMatch(clause.Text))) return null;
        var first = clauses[0].Text;
        string[] asked = [first, .. clauses.Skip(1).Select(clause => Behind(first, clause))];
        if (asked.Distinct(StringComparer.Ordinal).Count() < clauses.Count) return null;
        var labels = Labels(clauses);
        return [.. asked.Select((words, i) => new ComparisonSide(labels?[i], $"{ConversationTopic.Stem(words)}？") { IsClause = true })];
    }

    /// <summary>The clauses that ask, each with those before it that do not, and those behind it that name nothing new.</summary>
    private static List<QuestionParts> Asking(string question)
    {
        var clauses = new List<QuestionParts>();
        var (start, lead) = (0, 0);
        foreach (Match end in ClauseEnd().Matches(question))
        {
            var last = QuestionParts.Of(question[start..end.Index]);
            start = end.Index + end.Length;
            if (!IsAsking(last)) continue;
            var clause = question[lead..end.Index];
            var parts = clause.Length == last.Text.Length ? last : QuestionParts.Of(clause);
            if (clauses.Count == 0 || Names(parts)) clauses.Add(parts);
            else clauses[^1] = QuestionParts.Of($"{clauses[^1].Text}，{clause}");
            lead = start;
        }

        return clauses;
    }

    private static bool IsAsking(QuestionParts clause) =>
        (clause.Asks || clause.Text.Contains('几')) && (AskedKind.Of(clause.Text) is { IsFigure: true } || (clause.Text.EndsWith('呢') && Names(clause)));

    private static bool Names(QuestionParts parts) => parts.Slots.Count > 0 || parts.SubjectLetters > 1;

    /// <summary>A later clause with what it leaves to the first; however much it says of its own, it is about the same.</summary>
    private static string Behind(string first, QuestionParts clause)
    {
        var (text, name, more) = (clause.Text, string.Empty, string.Empty);
        foreach (var slot in clause.Slots)
        {
            if (Closer().Match(text, slot.End) is not { Success: true } closer) continue;
            (name, more) = (slot.Of(text), closer.Value);
            text = text.Remove(closer.Index, closer.Length);
            break;
        }

        var bare = text.TrimStart('到', '至');
        var resolved = FollowUp.Resolve(bare, [new Turn("user", first)]);
        if (resolved == bare && ConversationTopic.Of(first) is { } topic) resolved = $"{Without(topic.Subject, QuestionParts.Of(bare))}，{bare}";
        resolved = resolved.TrimStart('，', ',', '、', ' ');
        return more.Length > 0 ? resolved.Replace(name, name + more, StringComparison.Ordinal) : resolved;
    }

    /// <summary>A subject without what another clause has its own of.</summary>
    private static string Without(string subject, QuestionParts other)
    {
        foreach (var slot in QuestionParts.Of(subject).Slots.Reverse().Where(slot => slot.Kind != SlotKind.Document && other.Names(slot.Kind))) subject = subject.Remove(slot.Start, slot.End - slot.Start);
        return subject;
    }

    /// <summary>What each of several phrases alone names of one kind; null where there is no such kind.</summary>
    public static List<string>? Labels(List<QuestionParts> phrases)
    {
        foreach (var kind in Kinds)
        {
            var named = phrases.ConvertAll(phrase => phrase.Slots.Where(slot => slot.Kind == kind).Select(slot => ComparedSides.Label(phrase.Text, slot)).FirstOrDefault());
            if (named.TrueForAll(name => name is not null) && named.Distinct(StringComparer.Ordinal).Count() == phrases.Count) return [.. named.OfType<string>()];
        }

        return null;
    }

    /// <summary>What says of a name more closely what is meant: “十四五”（2025年）, 2025年以后, 云南全省.</summary>
    [GeneratedRegex(@"\G(?:[（(][^（）()]{1,8}[）)]|[以之][前后]|全[省市区县])")]
    private static partial Regex Closer();

    [GeneratedRegex("[，,。；;？?：:！!]+|$")]
    private static partial Regex ClauseEnd();
}
