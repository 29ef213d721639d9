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

    /// <summary>Found passages that say the same.</summary>
    public IReadOnlyList<SearchHit> Repeated { get; init; } = [];
}
