using System.Text.RegularExpressions;
using H2Ask.Core.Text;

namespace H2Ask.Core.Retrieval;

/// <summary>A question taken apart: what it names, what asks, and the runs of words that say what it is about.</summary>
internal sealed class QuestionParts
{
    private readonly Part[] _parts;

    private QuestionParts(string text)
    {
        Text = text;
        _parts = new Part[text.Length];
        Slots = [.. SlotsIn(text).OrderBy(slot => slot.Start)];
        foreach (var slot in Slots) Mark(slot.Start, slot.End, slot.Kind == SlotKind.Document ? Part.Title : Part.Slot);
        Mark(QuestionWords.Asking(), Part.Asking);
        Mark(QuestionWords.Attributes(), Part.Attribute);
        Mark(QuestionWords.Acts(), Part.Act);
        Mark(QuestionWords.Fillers(), Part.Filler);
        for (var i = 0; i < text.Length; i++)
        {
            if (_parts[i] == Part.Subject && !char.IsLetterOrDigit(text[i])) _parts[i] = Part.Filler;
        }

        Subjects = [.. Runs(Part.Subject)];
        Attributes = [.. Runs(Part.Attribute)];
        Acts = [.. Runs(Part.Act)];
    }

    private enum Part : byte
    {
        Subject,
        Slot,
        Title,
        Asking,
        Attribute,
        Act,
        Filler,
    }

    /// <summary>The question.</summary>
    public string Text { get; }

    /// <summary>The places, times and documents that it names, in their order.</summary>
    public IReadOnlyList<QuestionSlot> Slots { get; }

    /// <summary>The runs of words that say what it is about: of 济南建加氢站补贴多少 加氢站.</summary>
    public IReadOnlyList<TextSpan> Subjects { get; }

    /// <summary>What it asks of its subject: 补贴.</summary>
    public IReadOnlyList<TextSpan> Attributes { get; }

    /// <summary>What is done with the subject: 建.</summary>
    public IReadOnlyList<TextSpan> Acts { get; }

    /// <summary>How many letters say what it is about.</summary>
    public int SubjectLetters => Subjects.Sum(run => run.Length);

    /// <summary>Whether any word asks.</summary>
    public bool Asks => Array.IndexOf(_parts, Part.Asking) >= 0;

    /// <summary>Whether it speaks of anything at all.</summary>
    public bool SaysSomething => Subjects.Count + Attributes.Count + Acts.Count + Slots.Count > 0;

    /// <summary>Takes a question apart.</summary>
    public static QuestionParts Of(string question) => new(question);

    /// <summary>Whether it names something of a kind.</summary>
    public bool Names(SlotKind kind) => Slots.Any(slot => slot.Kind == kind);

    /// <summary>
    /// The first thing of a kind that it names, or several where only words that join stand between them (济南和青岛); null where it
    /// names none.
    /// </summary>
    public TextSpan? RunOf(SlotKind kind)
    {
        TextSpan? run = null;
        foreach (var slot in Slots)
        {
            if (slot.Kind != kind) continue;
            if (run is { } before && !QuestionWords.Joint().IsMatch(Text[before.End..slot.Start])) break;
            run = new TextSpan(run?.Start ?? slot.Start, slot.End);
        }

        return run;
    }

    /// <summary>Whether nothing but slots and words that join is in it.</summary>
    public bool IsOnlySlots() => Slots.Count > 0 && Array.TrueForAll(_parts, part => part is Part.Slot or Part.Title or Part.Filler);

    /// <summary>Whether the letter at a place is part of what can be compared: a subject, what is asked of it, or what is done with it.</summary>
    public bool IsThing(int at) => _parts[at] is Part.Subject or Part.Attribute or Part.Act;

    /// <summary>How many letters of its subject another text does not hold; a letter is held with one of its neighbours.</summary>
    public int LettersNewTo(string other)
    {
        var count = 0;
        foreach (var run in Subjects)
        {
            for (var i = run.Start; i < run.End; i++)
            {
                if (!(i > run.Start && Holds(i - 1)) && !(i + 1 < run.End && Holds(i))) count++;
            }
        }

        return count;

        bool Holds(int at) => other.Contains(Text.Substring(at, 2), StringComparison.Ordinal);
    }

    private static IEnumerable<QuestionSlot> SlotsIn(string text)
    {
        var taken = new bool[text.Length];
        foreach (Match match in QuestionWords.Document().Matches(text))
        {
            Array.Fill(taken, true, match.Index, match.Length);
            yield return new QuestionSlot(SlotKind.Document, match.Index, match.Index + match.Length, []);
        }

        foreach (Match match in QuestionWords.Time().Matches(text))
        {
            if (!taken[match.Index]) yield return new QuestionSlot(SlotKind.Time, match.Index, match.Index + match.Length, []);
        }

        foreach (var mention in QuestionPlaces.In(text))
        {
            if (!taken[mention.Start]) yield return new QuestionSlot(SlotKind.Place, mention.Start, mention.End, mention.Candidates);
        }

        foreach (Match match in QuestionWords.Country().Matches(text))
        {
            if (!taken[match.Index]) yield return new QuestionSlot(SlotKind.Place, match.Index, match.Index + match.Length, []);
        }
    }

    private IEnumerable<TextSpan> Runs(Part part)
    {
        for (var start = 0; start < _parts.Length; start++)
        {
            if (_parts[start] != part) continue;
            var end = start + 1;
            while (end < _parts.Length && _parts[end] == part) end++;
            yield return new TextSpan(start, end);
            start = end;
        }
    }

    private void Mark(Regex words, Part part)
    {
        foreach (Match match in words.Matches(Text)) Mark(match.Index, match.Index + match.Length, part);
    }

    private void Mark(int start, int end, Part part)
    {
        for (var i = start; i < end; i++)
        {
            if (_parts[i] == Part.Subject) _parts[i] = part;
        }
    }
}
