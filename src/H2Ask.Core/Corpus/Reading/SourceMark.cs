using H2Ask.Core.Text;

namespace H2Ask.Core.Corpus.Reading;

/// <summary>What a file's format says of a run of its text.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Span">Where it stands in <see cref="SourceText.Text"/>.</param>
/// <param name="Level">The level of a heading, from 1; else 0.</param>
public readonly record struct SourceMark(SourceMarkKind Kind, TextSpan Span, int Level = 0);
