using System.Text.RegularExpressions;
using H2Ask.Core.Corpus.Describing;

namespace H2Ask.Core.Retrieval;

/// <summary>
/// Makes a question that can be understood without the conversation before it. Each turn is understood from the one before it, so
/// that the subject is carried on until a question stands alone.
/// </summary>
public static class FollowUp
{
    // Turns further back, and words beyond the length of any question, are not looked at.
    private const int MostTurns = 16;
    private const int LongestTurn = 500;

    /// <summary>Longer questions say themselves what they are about.</summary>
    private const int LongestFollowUp = 60;

    /// <summary>So many letters about something of its own make a question that stands alone.</summary>
    private const int OwnSubject = 4;

    /// <summary>So many where it opens with a duty, a limit or a condition, as a question does that goes on with a subject.</summary>
    private const int OwnSubjectBehindDuty = 7;

    private const int LongestPiece = 16;

    private static readonly string[] CountyEnds = ["区", "县", "市", "新区", "州"];

    /// <summary>The question with what it leaves to the conversation put in; as it is where it leaves nothing.</summary>
    public static string Resolve(string question, IReadOnlyList<Turn> history)
    {
        ConversationTopic? topic = null;
        var answer = string.Empty;
        foreach (var turn in history.TakeLast(MostTurns))
        {
            var said = turn.Content[..Math.Min(turn.Content.Length, LongestTurn)].Trim();
            if (turn.Role == "assistant") answer = said;
            else if (turn.Role == "user") topic = Next(said, topic, answer) ?? topic;
        }

        return topic is null ? question : Next(question, topic, answer)?.Question ?? question;
    }

    /// <summary>What the conversation comes to with one more question; null where that says nothing (谢谢).</summary>
    private static ConversationTopic? Next(string question, ConversationTopic? before, string answer)
    {
        var text = QuestionWords.Politeness().Replace(question.Trim(), string.Empty).TrimStart();
        if (before is null || question.Length > LongestFollowUp || text.Length == 0) return ConversationTopic.Of(question);
        var named = Named(text, before, answer);
        if (named != text) question = text = named;
        return OfDocument(text, before, answer) ?? OfThing(text, before) ?? OfBoth(text, before) ?? OfPiece(text, before)
            ?? (StandsAlone(text, before) ? ConversationTopic.Of(question) : Continued(text, before));
    }

    /// <summary>The question with the names of what it calls 那里 or 后者.</summary>
    private static string Named(string text, ConversationTopic before, string answer)
    {
        text = Pointed(text, QuestionWords.OneOfTwo(), which => Referent.OneOf(which, before));
        return Pointed(text, QuestionWords.ThatPlace(), _ => Referent.Place(before, answer));
    }

    private static string Pointed(string text, Regex words, Func<string, string?> referent) =>
        words.Match(text) is { Success: true } match && !HasSubject(text[..match.Index]) && referent(match.Value) is { } name
            ? text[..match.Index] + name + text[(match.Index + match.Length)..]
            : text;

    private static ConversationTopic? OfDocument(string text, ConversationTopic before, string answer)
    {
        if (QuestionWords.ThatDocument().Match(text) is { Success: true } match)
        {
            if (HasSubject(text[..match.Index])) return null;
            var kind = match.Groups["kind"].Value;
            var document = Referent.Document(kind, before, answer);
            var name = document ?? (before.Subject.EndsWith(kind, StringComparison.Ordinal) ? before.Subject : before.Subject + kind);
            return new ConversationTopic(text[..match.Index] + name + text[(match.Index + match.Length)..], document ?? before.Subject);
        }

        if (QuestionWords.ThatThing().Match(text) is { Success: true, Value: "它" } it && QuestionWords.OfDocuments().IsMatch(text)
            && !HasSubject(text[..it.Index]) && Referent.OnlyDocument(before, answer) is { } only)
        {
            return new ConversationTopic(text[..it.Index] + only + text[(it.Index + 1)..], only);
        }

        return null;
    }

    private static ConversationTopic? OfThing(string text, ConversationTopic before)
    {
        if (QuestionWords.ThatThing().Match(text) is not { Success: true } match || HasSubject(text[..match.Index])) return null;
        var front = QuestionParts.Of(QuestionWords.Link().Replace(text[..match.Index], string.Empty));
        var subject = Substitution.PutSlots(before.Subject, front);
        var rest = text[(match.Index + match.Length)..];
        var joined = match.Value switch
        {
            "其中" => $"{subject}中{rest}",
            "它" or "它们" or "他们" or "她们" or "这" => subject + rest,
            _ => Overlap(subject, rest) is { } merged ? merged : IsNoun(rest) ? $"{subject}的{rest}" : subject + rest,
        };
        return new ConversationTopic(WithoutSlots(front) + joined, subject);
    }

    /// <summary>A question that compares another place with the one before: 和青岛比哪个高.</summary>
    private static ConversationTopic? OfBoth(string text, ConversationTopic before)
    {
        if (QuestionWords.Beside().Match(text) is not { Success: true } beside) return null;
        var known = QuestionParts.Of(before.Subject);
        var other = QuestionParts.Of(beside.Groups["other"].Value);
        if (!other.IsOnlySlots() || known.RunOf(SlotKind.Place) is not { } place || other.RunOf(SlotKind.Place) is not { } added) return null;
        var both = $"{place.Of(known.Text)}和{added.Of(other.Text)}";
        var subject = known.Text[..place.Start] + both + known.Text[place.End..];
        var rest = ConversationTopic.Stem(beside.Groups["rest"].Value);
        return new ConversationTopic($"{subject}{(rest.Length > 0 ? rest : "有什么不同")}？", subject);
    }

    /// <summary>A piece that only names something else: 那青岛呢, 换成货车.</summary>
    private static ConversationTopic? OfPiece(string text, ConversationTopic before)
    {
        var link = QuestionWords.Link().Match(text).Length;
        var end = QuestionWords.PieceEnd().Match(text, link);
        var core = text[link..end.Index].Trim();
        if (core.Length is 0 or > LongestPiece) return null;
        var parts = QuestionParts.Of(core);
        if (parts.Asks || !(parts.IsOnlySlots() || link > 0 || end.Value.Contains('呢'))) return null;
        if (County(core, before) is { } county) parts = QuestionParts.Of(core = county);
        var (question, subject) = (Substitution.PutSlots(before.Question, parts), Substitution.PutSlots(before.Subject, parts));
        var rest = WithoutSlots(parts).Trim('的', '在', '到', '是', '和', '与', '、', ' ');
        if (rest.Length == 0) return new ConversationTopic(question, subject);
        if (QuestionWords.Condition().IsMatch(text[link..]) || QuestionWords.Circumstance().IsMatch(core))
        {
            return new ConversationTopic($"{ConversationTopic.Stem(question)}，{(parts.Slots.Count > 0 ? rest + "呢" : ConversationTopic.Stem(text))}？", subject);
        }

        if (!QuestionParts.Of(rest).SaysSomething) return null;
        return QuestionParts.Of(rest).Subjects.Count > 0 ? WithSubject(question, subject, rest) : WithAttribute(question, subject, rest);
    }

    private static ConversationTopic WithSubject(string question, string subject, string rest) =>
        new(Substitution.PutSubject(question, rest) ?? $"{ConversationTopic.Stem(question)}，{rest}呢？", Substitution.PutSubject(subject, rest) ?? subject);

    private static ConversationTopic WithAttribute(string question, string subject, string rest)
    {
        var isLike = !QuestionWords.Amounts().IsMatch(rest) == !QuestionAnalysis.Of(question).Wanted.HasFlag(WantedAnswer.Amount);
        return isLike && Substitution.PutSubject(question, rest) is { } put
            ? new ConversationTopic(put, Substitution.PutSubject(subject, rest) ?? subject)
            : new ConversationTopic($"{subject}的{rest}是怎样的？", subject);
    }

    private static bool StandsAlone(string text, ConversationTopic before)
    {
        var parts = QuestionParts.Of(text);
        if (parts.Names(SlotKind.Document)) return true;
        if (parts.SubjectLetters < 2) return false;
        if (parts.Names(SlotKind.Place) || !parts.Asks || QuestionAnalysis.Of(text).Wanted.HasFlag(WantedAnswer.Definition)) return true;
        var least = QuestionWords.Subjectless().IsMatch(text) ? OwnSubjectBehindDuty : OwnSubject;
        return parts.LettersNewTo(before.Subject) >= least;
    }

    /// <summary>A question that goes on with the subject; one that opens with a subject of its own only stays in the place.</summary>
    private static ConversationTopic Continued(string text, ConversationTopic before)
    {
        var isConditional = QuestionWords.Condition().IsMatch(text);
        text = text[QuestionWords.Link().Match(text).Length..];
        var parts = QuestionParts.Of(text);
        if (!isConditional && parts.Subjects is [{ Start: 0, Length: > 1 }, ..] && QuestionParts.Of(before.Subject) is var known && InThePlace(text, parts, known) is { } placed)
        {
            return new ConversationTopic(placed, ConversationTopic.Of(placed)?.Subject ?? before.Subject);
        }

        var named = QuestionParts.Of(before.Subject).Names(SlotKind.Time) ? parts : QuestionParts.Of(WithoutSlots(parts, SlotKind.Time));
        var subject = Substitution.PutSlots(before.Subject, named);
        var rest = (named == parts ? WithoutSlots(parts) : WithoutSlots(parts, SlotKind.Place)).TrimStart('的', '，', ',', ' ');
        return new ConversationTopic(isConditional ? $"{subject}，{rest}" : Overlap(subject, rest) ?? subject + rest, subject);
    }

    private static string? InThePlace(string text, QuestionParts parts, QuestionParts known)
    {
        if (known.RunOf(SlotKind.Document) is { } document) return $"{document.Of(known.Text)}中{text}";
        return known.RunOf(SlotKind.Place) is { } place && !parts.Names(SlotKind.Place) ? $"{place.Of(known.Text)}{text}" : null;
    }

    private static bool HasSubject(string text)
    {
        var parts = QuestionParts.Of(text);
        return parts.SubjectLetters >= OwnSubject || parts.Names(SlotKind.Document) || (parts.Names(SlotKind.Place) && parts.SubjectLetters > 1);
    }

    /// <summary>The official name of a county that a piece calls by its short name (大兴), where places are spoken of.</summary>
    private static string? County(string core, ConversationTopic before)
    {
        var name = core.TrimEnd('的');
        if (name.Length is < 2 or > 3 || !QuestionParts.Of(before.Subject).Names(SlotKind.Place)) return null;
        return Array.Find(CountyEnds, end => Gazetteer.China.TryRead(name + end, 0, out var mention) && mention.End == name.Length + end.Length) is { } found
            && !Gazetteer.China.TryRead(name, 0, out _) ? name + found : null;
    }

    /// <summary>Both as one where the later begins with the words that the earlier ends in; null where it does not.</summary>
    private static string? Overlap(string earlier, string later)
    {
        for (var length = Math.Min(Math.Min(earlier.Length, later.Length), LongestPiece); length > 1; length--)
        {
            if (earlier.AsSpan().EndsWith(later.AsSpan(0, length), StringComparison.Ordinal)) return earlier + later[length..];
        }

        return null;
    }

    private static bool IsNoun(string rest)
    {
        var parts = QuestionParts.Of(rest);
        return parts.Subjects is [{ Start: 0 }, ..] || parts.Attributes is [{ Start: 0 }, ..];
    }

    private static string WithoutSlots(QuestionParts parts, SlotKind? kind = null)
    {
        var text = parts.Text;
        foreach (var slot in parts.Slots.Reverse().Where(slot => kind is null || slot.Kind == kind)) text = text[..slot.Start] + text[slot.End..];
        return text;
    }
}
