using H2Ask.Core.Text;

namespace H2Ask.Core.Corpus.Splitting;

/// <summary>A table of contents.</summary>
/// <param name="Span">Where it stands, its heading included.</param>
/// <param name="Entries">Its entries as they count in comparisons, without page numbers.</param>
internal sealed record Contents(TextSpan Span, IReadOnlySet<string> Entries);
