using H2Ask.Core.Text;

namespace H2Ask.Core.Retrieval.Findings;

/// <summary>A sentence of a found passage, or a row of a table in it, that may be a statement of the answer.</summary>
/// <param name="Hit">The number of the hit.</param>
/// <param name="Order">The number of the sentence in its passage.</param>
/// <param name="Place">Where it stands in the passage's text.</param>
/// <param name="Searched">Where its words stand in what is searched of the passage.</param>
/// <param name="Words">What it says, cleaned; of a row with the heads of its columns.</param>
/// <param name="IsRow">Whether it is a row of a table.</param>
internal sealed record Finding(int Hit, int Order, TextSpan Place, TextSpan Searched, string Words, bool IsRow)
{
    /// <summary>Of an item of a list the sentence that leads in to it: 有下列情形之一的，不得申报：; null where none does.</summary>
    public string? LeadIn { get; init; }

    /// <summary>Whether it stands behind another sentence in the same line of their passage.</summary>
    public bool Follows(Finding before, string text) =>
        !IsRow && !before.IsRow && before.Place.End <= Place.Start && text.AsSpan(before.Place.End, Place.Start - before.Place.End).IndexOfAny('\n', '\r') < 0;
}
