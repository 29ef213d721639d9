using H2Ask.Core.Corpus;

namespace H2Ask.Core.Index;

/// <summary>What an embedding model is shown of a passage.</summary>
public static class PassageText
{
    /// <summary>
    /// The title, the headings and the searched text, a line each. The model that ships was trained on exactly this: whoever
    /// changes it trains it anew.
    /// </summary>
    public static string ForEmbedding(PolicyDocument document, Passage passage) =>
        string.Join('\n', [document.Title, .. passage.Section, passage.SearchText]);
}
