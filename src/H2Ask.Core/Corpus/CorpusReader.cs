using H2Ask.Core.Corpus.Describing;
using H2Ask.Core.Corpus.Duplicates;
using H2Ask.Core.Corpus.Passages;
using H2Ask.Core.Corpus.Reading;
using H2Ask.Core.Corpus.Splitting;
using H2Ask.Core.Text;

namespace H2Ask.Core.Corpus;

/// <summary>Reads files into policy documents and passages: read, split, describe, cut, link.</summary>
public sealed class CorpusReader(SourceReaderOptions? reading = null, PassageOptions? passages = null)
{
    private readonly SourceReader _sources = new(reading);
    private readonly DocumentCutter _cutter = new(passages);

    /// <summary>Reads files and folders, and links the documents that report on, repeat or replace each other.</summary>
    public ReadCorpus Read(params IEnumerable<string> paths) => Read(paths, progress: null, CancellationToken.None);

    /// <summary>Reads files and folders, and links the documents that report on, repeat or replace each other.</summary>
    /// <param name="paths">The files and folders.</param>
    /// <param name="progress">Told how many documents have been read.</param>
    /// <param name="cancelled">Ends it early.</param>
    public ReadCorpus Read(IEnumerable<string> paths, IProgress<int>? progress, CancellationToken cancelled)
    {
        var feed = _sources.Read(paths);
        var read = new List<UnlinkedDocument>();
        foreach (var document in Read(feed))
        {
            cancelled.ThrowIfCancellationRequested();
            read.Add(document);
            progress?.Report(read.Count);
        }

        var known = DocumentRelations.Link([.. read.Select(document => document.Described)]);
        var documents = read.Select((document, i) => new CorpusDocument(known[i] with { Sections = document.Cut.Sections }, document.Text, document.Cut.Passages));
        return new ReadCorpus(NearDuplicates.Link([.. documents]), feed.Skipped);
    }

    /// <summary>Reads one document after the other, unlinked; no more than one stretch of a file is in memory at a time.</summary>
    internal IEnumerable<UnlinkedDocument> Read(SourceFeed feed)
    {
        var describer = new DocumentDescriber();
        var shape = FileShape.Unknown;
        foreach (var source in feed)
        {
            if (source.Offset == 0) shape = FileShape.Unknown;
            IReadOnlyList<UnlinkedDocument> documents;
            try
            {
                documents = Read(feed, source, describer, ref shape);
            }
            catch (Exception fault) when (fault is not OutOfMemoryException)
            {
                // Whatever a text holds that no rule foresaw: one bad file never ends a run.
                feed.Skip(new SkippedFile(source.File, $"Its text could not be taken apart ({fault.GetType().Name} from character {source.Offset} on)."));
                continue;
            }

            foreach (var document in documents) yield return document;
        }
    }

    private List<UnlinkedDocument> Read(SourceFeed feed, SourceText source, DocumentDescriber describer, ref FileShape shape)
    {
        var (text, drafts) = Split(feed, source, ref shape);
        var described = describer.Describe(text, drafts);
        var documents = new List<UnlinkedDocument>(drafts.Count);
        for (var i = 0; i < drafts.Count; i++)
        {
            var cut = _cutter.Cut(text, drafts[i], described[i].Document.Id);
            documents.Add(new UnlinkedDocument(described[i], drafts[i].Span.Of(text.Text).ToString(), cut));
        }

        return documents;
    }

    /// <summary>The documents that are whole in this stretch; the one that its end may have cut is seen again in the next.</summary>
    private static (SourceText Text, IReadOnlyList<DraftDocument> Drafts) Split(SourceFeed feed, SourceText source, ref FileShape shape)
    {
        var known = shape;
        var split = DocumentSplitter.Split(source, known);
        shape = split.Shape;
        if (!source.Continues) return (source, split.Documents);
        var next = feed.HoldBack(split.Consumed);
        if (next == split.Consumed) return (source, split.Documents);

        // A document longer than may be held back: its part before the next stretch stands for itself.
        var marks = source.Marks.Where(mark => mark.Span.Start < next).Select(mark => mark with { Span = new TextSpan(mark.Span.Start, Math.Min(mark.Span.End, next)) });
        var part = source with { Text = source.Text[..next], Continues = false, Marks = [.. marks] };
        // What the whole stretch tells of the file, its part need not; only what recurs would be counted twice.
        split = DocumentSplitter.Split(part, shape with { Boilerplate = known.Boilerplate });
        shape = split.Shape;
        return (part, split.Documents);
    }
}
