using H2Ask.Core.Retrieval;
using H2Ask.Core.Text;

namespace H2Ask.Core.Answering.Extractive;

/// <summary>Sentences of one passage that follow each other and are stated together.</summary>
/// <param name="Hit">The passage.</param>
/// <param name="Place">Where they stand in its text.</param>
/// <param name="Text">What they say.</param>
/// <param name="Share">What share of the likelihood to answer falls on the best of them.</param>
internal sealed record Run(SearchHit Hit, TextSpan Place, string Text, float Share)
{
    /// <summary>Of several sentences the one that answers best; null where all of them belong to the answer alike.</summary>
    public string? Key { get; init; }

    /// <summary>The list that the question asks for; null where it asks for none.</summary>
    public AskedList? Asked { get; init; }

    /// <summary>Whether it goes on with the list that the run before it begins.</summary>
    public bool GoesOn { get; init; }

    /// <summary>How many items of the list are not stated.</summary>
    public int Unstated { get; init; }

    /// <summary>Whether the list goes on beyond what was read of it: how many items are not stated is not known.</summary>
    public bool IsUnended { get; init; }

    /// <summary>Whether all that stands at a place of a passage stands in it.</summary>
    public bool Covers(SearchHit hit, TextSpan place) => Hit.Passage.Id == hit.Passage.Id && Place.Start <= place.Start && Place.End >= place.End;

    /// <summary>Found passages that say the same.</summary>
    public IReadOnlyList<SearchHit> Repeated { get; init; } = [];
}
