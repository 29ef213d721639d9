namespace H2Ask.Core.Corpus.Passages;

/// <summary>A document in pieces.</summary>
/// <param name="Sections">Its headings, in their order.</param>
/// <param name="Passages">Its passages, in their order.</param>
internal sealed record DocumentCut(IReadOnlyList<Section> Sections, IReadOnlyList<Passage> Passages);
