using H2Ask.Core.Corpus;

namespace H2Ask.Indexer.Commands;

/// <summary>A passage, and what an embedding model is shown of it: the whole, then each of its sentences.</summary>
internal sealed record InspectedPassage(Passage Passage, IReadOnlyList<string> Embedded);
