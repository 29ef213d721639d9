using H2Ask.Core.Corpus;

namespace H2Ask.Core.Index;

/// <summary>A passage on its way into an index.</summary>
/// <param name="DocumentNumber">The place of its document in the corpus.</param>
/// <param name="Document">Its document.</param>
/// <param name="Passage">The passage.</param>
/// <param name="Key">What its vectors are known by; 0 where there is no model.</param>
/// <param name="Vectors">The vector of the passage as a whole, and behind it those of its sentences; null: they are taken over from the generation before, or there is no model.</param>
public sealed record NewPassage(int DocumentNumber, CorpusDocument Document, Passage Passage, UInt128 Key = default, IReadOnlyList<float[]>? Vectors = null);
