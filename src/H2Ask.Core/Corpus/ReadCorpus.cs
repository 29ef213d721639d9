using H2Ask.Core.Corpus.Reading;

namespace H2Ask.Core.Corpus;

/// <summary>What came of reading files.</summary>
/// <param name="Documents">The documents, in the order of their files and places.</param>
/// <param name="Skipped">The files that could not be read, each with its reason.</param>
public sealed record ReadCorpus(IReadOnlyList<CorpusDocument> Documents, IReadOnlyList<SkippedFile> Skipped);
