namespace H2Ask.Core.Answering.Extractive;

/// <summary>A list in the lines of a document, by the numbers of its lines.</summary>
/// <param name="Lead">The line that opens it; null where none does.</param>
/// <param name="Items">The lines that its items begin with.</param>
/// <param name="End">The line after its last.</param>
internal sealed record FoundList(int? Lead, IReadOnlyList<int> Items, int End)
{
    /// <summary>Whether nothing in the lines ends it: there may be more of it than they hold.</summary>
    public bool IsOpen { get; init; }

    /// <summary>Its first line.</summary>
    public int Start => Lead ?? Items[0];

    /// <summary>Whether a line belongs to it.</summary>
    public bool Holds(int line) => line >= Start && line < End;

    /// <summary>The place among the items of the one that a line belongs to; -1 where it belongs to none.</summary>
    public int ItemOf(int line) => line >= End ? -1 : Items.TakeWhile(item => item <= line).Count() - 1;

    /// <summary>The line after the last of an item.</summary>
    public int EndOf(int item) => item + 1 < Items.Count ? Items[item + 1] : End;
}
