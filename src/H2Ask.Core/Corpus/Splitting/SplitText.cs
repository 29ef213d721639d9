namespace H2Ask.Core.Corpus.Splitting;

/// <summary>The documents found in a text, and how far the text is dealt with.</summary>
/// <param name="Documents">The documents, in order of place; none overlaps another.</param>
/// <param name="Consumed">
/// Where reading goes on: the end of the text, or, where more of the file follows, the start of the document that the stretch may have cut.
/// 0 where a document fills the whole stretch: then it must be read again with more text, or as the last stretch.
/// </param>
/// <param name="Shape">What is known of the file now, for its next stretch.</param>
public sealed record SplitText(IReadOnlyList<DraftDocument> Documents, int Consumed, FileShape Shape);
