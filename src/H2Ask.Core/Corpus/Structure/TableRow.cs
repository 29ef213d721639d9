using H2Ask.Core.Text;

namespace H2Ask.Core.Corpus.Structure;

/// <summary>A row of a table in a clean text.</summary>
/// <param name="Span">Where it stands.</param>
/// <param name="SearchText">What is searched of it: its cells, each with its column head, and the labels it shares with rows above.</param>
/// <param name="IsHead">Whether it holds the column heads.</param>
internal sealed record TableRow(TextSpan Span, string SearchText, bool IsHead);
