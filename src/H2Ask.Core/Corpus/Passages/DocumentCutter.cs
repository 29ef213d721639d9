using H2Ask.Core.Corpus.Cleaning;
using H2Ask.Core.Corpus.Reading;
using H2Ask.Core.Corpus.Splitting;
using H2Ask.Core.Corpus.Structure;
using H2Ask.Core.Text;

namespace H2Ask.Core.Corpus.Passages;

/// <summary>Reads the outline of a document and cuts it into passages.</summary>
internal sealed class DocumentCutter
{
    private readonly PassageOptions _options;

    /// <summary>Cuts passages as long as the options say.</summary>
    public DocumentCutter(PassageOptions? options = null)
    {
        _options = options ?? new PassageOptions();
        _options.Validate();
    }

    /// <summary>Cuts one document of a source text.</summary>
    /// <param name="source">The text it stands in.</param>
    /// <param name="draft">Where it stands.</param>
    /// <param name="documentId">The document's id.</param>
    public DocumentCut Cut(SourceText source, DraftDocument draft, string documentId)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(draft);
        var marks = MarksIn(source.Marks, draft.Span);
        var clean = TextCleaner.Clean(source.Text, draft.Span, draft.Omitted, marks);
        if (clean.Text.Length == 0) return new DocumentCut([], []);

        var title = ToClean(clean, draft.TitleSpan);
        var titles = new[] { ToClean(clean, draft.HeadSpan), title }.Where(span => span.Length > 0).ToArray();
        var boundaries = title.Length > 0 ? new[] { title.Start, title.End } : [];
        var marked = marks
            .Where(mark => mark.Kind == SourceMarkKind.Heading && mark.Level > 0 && !mark.Span.Overlaps(draft.TitleSpan))
            .Select(mark => (ToClean(clean, mark.Span), mark.Level))
            .ToList();
        var headings = SectionReader.Read(clean, titles, boundaries, marked);
        var atoms = AtomReader.Read(clean.Text, headings, TableReader.Read(clean.Text), titles, _options.Maximum);
        var grouping = new AtomGrouping(atoms, _options);
        var writer = new PassageWriter(source, clean, atoms, documentId);
        var passages = new List<Passage>();
        foreach (var group in grouping.Group(title.Length > 0 ? title.Start : 0))
        {
            foreach (var run in PassageCutter.Cut(atoms, group, _options)) passages.Add(writer.Write(run, grouping.CommonSection(run.Start, run.End)));
        }

        return new DocumentCut(SectionReader.ToSections(clean, headings, source.Offset, draft.Span.End), passages);
    }

    /// <summary>The marks that begin inside a span; a file may have very many, so they are not searched one by one.</summary>
    private static List<SourceMark> MarksIn(IReadOnlyList<SourceMark> marks, TextSpan span)
    {
        var (low, high) = (0, marks.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (marks[middle].Span.Start < span.Start) low = middle + 1;
            else high = middle;
        }

        var found = new List<SourceMark>();
        for (; low < marks.Count && marks[low].Span.Start < span.End; low++) found.Add(marks[low]);
        return found;
    }

    private static TextSpan ToClean(CleanText clean, TextSpan source)
    {
        if (source.Length <= 0) return default;
        var (start, end) = (clean.IndexFrom(source.Start), clean.IndexFrom(source.End));
        while (end > start && Characters.IsBlank(clean.Text[end - 1])) end--;
        return new TextSpan(start, end);
    }
}
