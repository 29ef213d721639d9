using H2Ask.Core.Corpus;
using H2Ask.Core.Index;

namespace H2Ask.Core.Retrieval;

/// <summary>A passage that a search found.</summary>
/// <param name="Passage">The passage.</param>
/// <param name="Document">The document it belongs to.</param>
/// <param name="Score">How well it fits; comparable within one search only.</param>
public sealed record SearchHit(Passage Passage, IndexedDocument Document, float Score)
{
    /// <summary>The passage's number in the index; null where it was not found there.</summary>
    internal int? Number { get; init; }

    /// <summary>Whether a name stands in the passage, in its headings or in its document's title.</summary>
    internal bool Names(string name) =>
        Holds(Document.Document.Title, name) || Holds(Passage.SearchText, name) || Passage.Section.Any(heading => Holds(heading, name));

    private static bool Holds(string text, string name) => text.Contains(name, StringComparison.Ordinal);
}
