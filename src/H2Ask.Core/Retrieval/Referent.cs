namespace H2Ask.Core.Retrieval;

/// <summary>Finds in a conversation what a later question only points at (该办法, 那里, 后者).</summary>
internal static class Referent
{
    // Called by these words, any document can be meant.
    private static readonly string[] AnyKind = ["文件", "政策", "法规", "规定", "法律"];

    /// <summary>The document of a kind that the question before or its answer names; null where neither does.</summary>
    public static string? Document(string kind, ConversationTopic before, string answer) =>
        InBookMarks(kind, before.Question).LastOrDefault() ?? InBookMarks(kind, before.Subject).LastOrDefault()
        ?? Bare(kind, before.Question) ?? Bare(kind, before.Subject) ?? InBookMarks(kind, answer).FirstOrDefault();

    /// <summary>The one document that the answer names where the question before names none; null where it names none or several.</summary>
    public static string? OnlyDocument(ConversationTopic before, string answer)
    {
        if (QuestionParts.Of(before.Subject).Names(SlotKind.Document) || Bare("文件", before.Subject) is not null) return null;
        var named = InBookMarks("文件", answer).Distinct(StringComparer.Ordinal).Take(2).ToList();
        return named.Count == 1 ? named[0] : null;
    }

    /// <summary>The last place that the question before names, else the first of its answer.</summary>
    public static string? Place(ConversationTopic before, string answer) =>
        Places(before.Question).LastOrDefault() ?? Places(before.Subject).LastOrDefault() ?? Places(answer).FirstOrDefault();

    /// <summary>The first or the last of the things that the question before compares.</summary>
    public static string? OneOf(string which, ConversationTopic before)
    {
        var sides = ComparedSides.Of(before.Question);
        return sides.Count < 2 ? null : (which == "前者" ? sides[0] : sides[^1]).Label;
    }

    private static IEnumerable<string> InBookMarks(string kind, string text) =>
        QuestionWords.Document().Matches(text).Select(match => match.Value).Where(title => IsOf(kind, title));

    private static string? Bare(string kind, string text) =>
        QuestionWords.BareTitle().Matches(QuestionWords.Politeness().Replace(text, string.Empty))
            .Where(match => IsOf(kind, match.Value))
            .Select(match => FromPlace(match.Value)).LastOrDefault();

    /// <summary>A title from the place on that it names; what is before that is not part of it.</summary>
    private static string FromPlace(string title) =>
        QuestionParts.Of(title).RunOf(SlotKind.Place) is { } place ? title[place.Start..] : title;

    private static bool IsOf(string kind, string title) => Array.IndexOf(AnyKind, kind) >= 0 || title.Contains(kind, StringComparison.Ordinal);

    private static IEnumerable<string> Places(string text) =>
        QuestionParts.Of(text).Slots.Where(slot => slot.Kind == SlotKind.Place).Select(slot => slot.Of(text));
}
