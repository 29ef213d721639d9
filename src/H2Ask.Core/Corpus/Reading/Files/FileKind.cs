namespace H2Ask.Core.Corpus.Reading.Files;

/// <summary>The kinds of file that are read.</summary>
internal enum FileKind
{
    PlainText,
    Markdown,
    Csv,
    Html,
    Word,
    Archive,
}
