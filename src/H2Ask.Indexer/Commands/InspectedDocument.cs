using H2Ask.Core.Corpus;
using H2Ask.Core.Index;

namespace H2Ask.Indexer.Commands;

/// <summary>What is made of a document, for programs.</summary>
/// <param name="Document">What is known of it.</param>
/// <param name="Passages">Its passages.</param>
internal sealed record InspectedDocument(PolicyDocument Document, IReadOnlyList<InspectedPassage> Passages)
{
    public static InspectedDocument Of(CorpusDocument document) =>
        new(document.Document, [.. document.Passages.Select(passage => new InspectedPassage(passage, PassageText.ForEmbedding(document.Document, passage)))]);
}
