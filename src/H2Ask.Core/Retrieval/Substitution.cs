using H2Ask.Core.Text;

namespace H2Ask.Core.Retrieval;

/// <summary>Puts what a short question names in the place of what an earlier one named.</summary>
internal static class Substitution
{
    /// <summary>
    /// The earlier words with the places, times and documents of the later in the stead of their own. A place or a time that has
    /// nothing to stand for goes in front.
    /// </summary>
    public static string PutSlots(string earlier, QuestionParts later)
    {
        earlier = PutDocument(earlier, later);
        earlier = Put(earlier, later, SlotKind.Time);
        return Put(earlier, later, SlotKind.Place);
    }

    /// <summary>
    /// The earlier words with a subject in the stead of the one most like it: the one that ends alike (货车 for 公交车), else the only
    /// one. What is asked of a subject stands for what was asked of it (罚款 for 补贴). Null where nothing can be told.
    /// </summary>
    public static string? PutSubject(string earlier, string subject)
    {
        var parts = QuestionParts.Of(earlier);
        var later = QuestionParts.Of(subject);
        if (Stead(parts, later) is not { } stead) return null;
        var end = stead.End;
        if (later.Attributes.Count > 0)
        {
            foreach (var run in parts.Attributes.Where(run => run.Start == end).Take(1)) end = run.End;
        }

        return earlier[..stead.Start] + subject + earlier[end..];
    }

    private static TextSpan? Stead(QuestionParts earlier, QuestionParts later)
    {
        if (later.Subjects.Count > 0) return Alike(earlier, later.Text) ?? Only(earlier.Subjects);
        return Last(later.Attributes.Count > 0 ? earlier.Attributes : earlier.Acts);
    }

    private static TextSpan? Alike(QuestionParts earlier, string subject)
    {
        TextSpan? best = null;
        var most = 0;
        foreach (var run in earlier.Subjects)
        {
            for (var end = run.End; end > run.Start + 1; end--)
            {
                var alike = SharedEnd(earlier.Text.AsSpan(run.Start, end - run.Start), subject);
                if (alike <= most) continue;
                (best, most) = (new TextSpan(run.Start, end), alike);
            }
        }

        return best is { } span && !QuestionWords.Modifier().IsMatch(subject) ? Unmodified(earlier.Text, span) : best;
    }

    private static TextSpan Unmodified(string text, TextSpan span)
    {
        var modifier = QuestionWords.Modifier().Match(text[span.Start..span.End]).Length;
        return modifier < span.Length ? new TextSpan(span.Start + modifier, span.End) : span;
    }

    private static int SharedEnd(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        var count = 0;
        while (count < left.Length && count < right.Length && left[^(count + 1)] == right[^(count + 1)]) count++;
        return count;
    }

    private static TextSpan? Only(IReadOnlyList<TextSpan> runs)
    {
        var longer = runs.Where(run => run.Length > 1).Take(2).ToList();
        return longer.Count == 1 ? longer[0] : null;
    }

    private static TextSpan? Last(IReadOnlyList<TextSpan> runs) => runs.Count > 0 ? runs[^1] : null;

    private static string PutDocument(string earlier, QuestionParts later)
    {
        if (later.RunOf(SlotKind.Document) is not { } words) return earlier;
        var stead = QuestionParts.Of(earlier).RunOf(SlotKind.Document);
        if (stead is null && QuestionWords.BareTitle().Match(earlier) is { Success: true } title) stead = new TextSpan(title.Index, title.Index + title.Length);
        var document = words.Of(later.Text);
        return stead is { } span ? $"{earlier.AsSpan(0, span.Start)}{document}{earlier.AsSpan(span.End)}" : $"{document}中{earlier}";
    }

    private static string Put(string earlier, QuestionParts later, SlotKind kind)
    {
        if (later.RunOf(kind) is not { } words) return earlier;
        var parts = QuestionParts.Of(earlier);
        if (parts.RunOf(kind) is { } stead)
        {
            var name = kind == SlotKind.Place ? FullName(parts, later, words) : words.Of(later.Text).ToString();
            return $"{earlier.AsSpan(0, stead.Start)}{name}{earlier.AsSpan(stead.End)}";
        }

        var at = kind == SlotKind.Time && parts.RunOf(SlotKind.Place) is { Start: 0 } place ? place.End : 0;
        return $"{earlier.AsSpan(0, at)}{words.Of(later.Text)}{earlier.AsSpan(at)}";
    }

    /// <summary>The name of a place; with the city that it is in where several have a district of the name.</summary>
    private static string FullName(QuestionParts earlier, QuestionParts later, TextSpan words)
    {
        var name = words.Of(later.Text).ToString();
        var slot = later.Slots.First(slot => slot.Start == words.Start);
        if (slot.Places.Count < 2 || slot.End != words.End) return name;
        var known = earlier.Slots.SelectMany(other => other.Places).ToList();
        var meant = slot.Places.Where(place => place.Parent is { } city && known.Exists(other => other.IsWithin(city))).ToList();
        return meant.Count == 1 ? meant[0].Parent!.Name + name : name;
    }
}
