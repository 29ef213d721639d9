namespace H2Ask.Core.Corpus.Reading;

/// <summary>A file that was not read, or not to its end, and why.</summary>
/// <param name="File">The file's name, as <see cref="SourceText.File"/> would have it.</param>
/// <param name="Reason">Why, as a sentence for people.</param>
public sealed record SkippedFile(string File, string Reason);
