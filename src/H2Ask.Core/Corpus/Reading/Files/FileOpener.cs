using H2Ask.Core.Corpus.Reading.Archives;
using H2Ask.Core.Corpus.Reading.Encodings;
using H2Ask.Core.Corpus.Reading.Formats;

namespace H2Ask.Core.Corpus.Reading.Files;

/// <summary>Opens a file by its kind; an archive opens to many.</summary>
internal sealed class FileOpener(SourceReaderOptions options, Action<SkippedFile> skip)
{
    /// <summary>The texts of a file; a failure is reported and gives none.</summary>
    public IEnumerable<IStretches> Open(string name, Func<Stream> open) => Open(name, open, null, 0);

    /// <summary>The texts of a file inside an archive.</summary>
    /// <param name="name">The file's name.</param>
    /// <param name="open">Opens its content.</param>
    /// <param name="unpacked">The limit that all files of an archive share; null outside one.</param>
    /// <param name="depth">How many archives it is inside of.</param>
    public IEnumerable<IStretches> Open(string name, Func<Stream> open, ReadLimit? unpacked, int depth)
    {
        if (FileKinds.Of(name) is not { } kind)
        {
            skip(new SkippedFile(name, FileKinds.WhyNot(name)));
            yield break;
        }

        if (kind == FileKind.Archive && depth >= options.MaximumArchiveDepth)
        {
            skip(new SkippedFile(name, $"It is an archive inside {depth} others: archives are read to a depth of {options.MaximumArchiveDepth}."));
            yield break;
        }

        using var stream = Attempt(name, open);
        if (stream is null) yield break;
        if (kind == FileKind.Archive)
        {
            var contents = new ArchiveContents(name, options, skip, this, unpacked, depth + 1);
            using var archive = Attempt(name, () => contents.Open(stream));
            if (archive is null) yield break;
            foreach (var text in contents.Read(archive)) yield return text;
        }
        else if (Attempt(name, () => OpenText(name, kind, stream)) is { } text)
        {
            yield return text;
        }
    }

    private IStretches OpenText(string name, FileKind kind, Stream stream)
    {
        return kind switch
        {
            FileKind.PlainText => Stretched(new PlainText()),
            FileKind.Markdown => Stretched(new MarkdownText()),
            FileKind.Csv => Stretched(new CsvText()),
            FileKind.Html => Whole(HtmlExtractor.Extract(new DetectingReader(Limited()).ReadToEnd())),
            _ => Whole(WordExtractor.Extract(InMemory(stream, options.MaximumDocumentBytes), options.MaximumDocumentBytes)),
        };

        StretchedText Stretched(ITextFormat format) => new(name, new DetectingReader(stream), format, options.StretchLength, skip);

        WholeText Whole((string Text, IReadOnlyList<SourceMark> Marks) extracted) => string.IsNullOrWhiteSpace(extracted.Text)
            ? throw new UnreadableFileException("The file holds no text.")
            : new WholeText(new SourceText { File = name, Text = extracted.Text, Marks = extracted.Marks });

        LimitedStream Limited() => new(stream, leaveOpen: true, DocumentLimit(options.MaximumDocumentBytes));
    }

    /// <summary>The content in memory: for formats that need to go back and forth in it.</summary>
    public static MemoryStream InMemory(Stream stream, long limit)
    {
        var memory = new MemoryStream();
        using var limited = new LimitedStream(stream, leaveOpen: true, DocumentLimit(limit));
        limited.CopyTo(memory);
        memory.Position = 0;
        return memory.Length > 0 ? memory : throw new UnreadableFileException("The file is empty.");
    }

    private static ReadLimit DocumentLimit(long bytes) => new(bytes, $"It is larger than the {bytes} bytes that a file of its kind may be.");

    private T? Attempt<T>(string name, Func<T> action)
        where T : class
    {
        try
        {
            return action();
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            skip(new SkippedFile(name, UnreadableFileException.Explain(failure)));
            return null;
        }
    }
}
