using H2Ask.Core.Corpus.Structure;

namespace H2Ask.Core.Corpus.Passages;

/// <summary>A run of clean text that is not cut: a sentence, a clause of a long one, a heading, a table row.</summary>
/// <param name="Start">Where it begins in the clean text.</param>
/// <param name="End">Where it ends.</param>
/// <param name="Item">The innermost heading or item that it stands under.</param>
/// <param name="Break">How well a passage begins here.</param>
/// <param name="IsLead">Whether it only leads in what follows: a heading, a title, a caption.</param>
/// <param name="AfterGap">Whether an omitted run stands before it.</param>
/// <param name="Row">The table row that it is or is a part of.</param>
internal readonly record struct Atom(int Start, int End, Heading? Item, BreakKind Break, bool IsLead, bool AfterGap, TableRow? Row)
{
    public int Length => End - Start;

    /// <summary>The innermost section that it stands under.</summary>
    public Heading? Section
    {
        get
        {
            var heading = Item;
            while (heading is { IsSection: false }) heading = heading.Parent;
            return heading;
        }
    }
}
