namespace H2Ask.Core.Corpus.Reading.Files;

/// <summary>A file to read.</summary>
/// <param name="Name">Its name in the corpus.</param>
/// <param name="Path">Where it is on disk.</param>
internal readonly record struct FoundFile(string Name, string Path);
