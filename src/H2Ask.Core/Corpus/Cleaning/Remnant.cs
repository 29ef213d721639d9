namespace H2Ask.Core.Corpus.Cleaning;

/// <summary>A piece of markup that stands in the text as text.</summary>
/// <param name="Length">How many characters it takes.</param>
/// <param name="Shows">The character that a reader would see in its place; <c>\0</c> for none.</param>
/// <param name="ContentStart">Where its content begins, from its own start.</param>
/// <param name="ContentEnd">Where its content ends.</param>
internal readonly record struct Remnant(int Length, char Shows = '\0', int ContentStart = 0, int ContentEnd = 0);
