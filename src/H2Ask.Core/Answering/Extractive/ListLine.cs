using H2Ask.Core.Retrieval;
using H2Ask.Core.Retrieval.Findings;

namespace H2Ask.Core.Answering.Extractive;

/// <summary>A sentence of a document that may open a list, begin an item or go on with one.</summary>
/// <param name="Hit">The passage that it stands in.</param>
/// <param name="Finding">The sentence, or its part from the mark on or up to it.</param>
internal sealed record ListLine(SearchHit Hit, Finding Finding)
{
    /// <summary>What it says.</summary>
    public string Words => Finding.Words;

    /// <summary>The mark that it begins with; null where it begins with none.</summary>
    public ListMark? Mark { get; } = Finding.IsRow ? null : ListMark.Of(Finding.Words);
}
