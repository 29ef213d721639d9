using H2Ask.Core.Retrieval;

namespace H2Ask.Core.Answering;

/// <summary>A place in a document that proves a statement.</summary>
/// <param name="Number">Its number in the answer, from 1.</param>
/// <param name="Source">The passage it stands in.</param>
/// <param name="Start">Where the quote begins in the decoded file (UTF-16 code units).</param>
/// <param name="End">Where it ends, exclusive.</param>
/// <param name="Quote">The text at that place, letter for letter.</param>
/// <param name="Twins">The passages of other places that say the same.</param>
public sealed record Citation(int Number, SearchHit Source, int Start, int End, string Quote, IReadOnlyList<Twin> Twins);
