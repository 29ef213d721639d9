using H2Ask.Core.Corpus.Reading;
using H2Ask.Core.Text;

namespace H2Ask.Core.Corpus.Splitting;

/// <summary>
/// Splits a text into the policy documents, reports and reprints that stand in it, by signs that the text itself gives:
/// rows of articles, head lines and contents of a compilation, headings of the format, titles and what follows them.
/// A report and what it reprints know each other: <see cref="DraftDocument.RelatedTo"/> of the report is the first reprint, that of each reprint the report.
/// </summary>
public static class DocumentSplitter
{
    private const int MostOpeningsToAHead = 4;

    /// <summary>
    /// Splits a text, or a stretch of one; a document that the end of a stretch may have cut is left for the next. What the stretches before it
    /// told of the file holds for this one too.
    /// </summary>
    public static SplitText Split(SourceText source, FileShape? known = null)
    {
        ArgumentNullException.ThrowIfNull(source);
        var shape = known ?? FileShape.Unknown;
        var articles = ArticleDump.Marked(source);
        if (articles.Count == 0 && !shape.IsCompilation && shape.HeadingLevel == 0)
        {
            if (shape.Separator == '\0') shape = shape with { Separator = ArticleDump.Separator(source.Text) };
            if (shape.Separator != '\0') articles = ArticleDump.Rows(source.Text, shape.Separator);
        }

        var split = articles.Count > 0 ? SplitArticles(source, articles, shape) : SplitLines(source, shape);
        return split with { Documents = [.. split.Documents.Select(draft => Called(draft, source.File))] };
    }

    // A title of nothing but marks shows as nothing.
    private static DraftDocument Called(DraftDocument draft, string file) =>
        draft.Title.Length > 0 ? draft : draft with { Title = SingleDocument.NameOf(file) };

    private static SplitText SplitArticles(SourceText source, List<Article> articles, FileShape shape)
    {
        var complete = source.Continues ? articles.Count - 1 : articles.Count;
        var boilerplate = new Boilerplate(source.Text, articles, complete, shape.Boilerplate);
        var drafts = new List<DraftDocument>(articles.Count);
        for (var i = 0; i < complete; i++)
        {
            ArticleSplitter.Split(source.Text, articles[i], boilerplate, source.File, drafts);
        }

        var consumed = source.Continues ? RowStart(source.Text, articles[^1].Start) : source.Text.Length;
        return new SplitText(drafts, consumed, shape with { Boilerplate = boilerplate });
    }

    private static SplitText SplitLines(SourceText source, FileShape shape)
    {
        var text = source.Text;
        var drafts = Documents(source, ref shape);
        if (source.Continues)
        {
            // A report and its reprints stay together, so the cut is before the last draft that no earlier one speaks of.
            var last = drafts.Count - 1;
            while (last > 0 && drafts[last].RelatedTo >= 0 && drafts[last].RelatedTo < last) last--;
            if (last <= 0) return new SplitText([], 0, shape);
            return new SplitText(drafts[..last], drafts[last].Span.Start, shape);
        }

        if (drafts.Count > 0 && drafts[^1].Role == DocumentRole.Policy) drafts[^1] = WithoutTail(text, drafts[^1]);
        return new SplitText(drafts, text.Length, shape);
    }

    private static List<DraftDocument> Documents(SourceText source, ref FileShape shape)
    {
        var text = source.Text;
        var all = Wording.Trim(text, 0, text.Length);
        if (all.Length == 0) return [];
        var lines = TextLines.Read(text, 0, text.Length);
        var contents = ContentsFinder.Find(text, lines);
        if (source.Offset == 0 && Particulars.Find(text, lines) is { Length: > 0 } particulars && !contents.Exists(table => table.Span.Overlaps(particulars)))
            contents.Insert(0, new Contents(particulars));
        if (IsCompilation(source, lines, contents, ref shape) is { } heads) return Compilation(source, lines, contents, heads);

        if (shape.HeadingLevel == 0) shape = shape with { HeadingLevel = HeadingSplitter.Level(source) };
        var titles = shape.HeadingLevel > 0 ? HeadingSplitter.OfLevel(source, shape.HeadingLevel) : [];
        if (titles.Count > 0) return Headed(source, lines, contents, titles);

        var openings = SequenceSplitter.Openings(text, lines, contents);
        var pages = NewsPages.Read(text, lines, openings);
        var drafts = new List<DraftDocument>();
        var before = pages.Count > 0 ? pages[0].Start : text.Length;
        if (Wording.SkipBlanks(text, 0, before) < before) drafts.AddRange(Sequence(source, before, lines, contents, openings));
        foreach (var page in pages)
        {
            ArticleSplitter.Split(text, page, null, source.File, drafts);
        }

        return drafts;
    }

    // The heads of a compilation; null where the file is none.
    private static List<(int Line, CompilationHead Head)>? IsCompilation(SourceText source, List<TextSpan> lines, List<Contents> contents, ref FileShape shape)
    {
        var listed = CompilationSplitter.Listed(source.Text, lines, contents);
        listed.UnionWith(shape.ListedTitles);
        var fewest = shape.IsCompilation || (source is { Offset: 0, Continues: true } && listed.Count >= CompilationSplitter.FewestHeads) ? 1 : CompilationSplitter.FewestHeads;
        var heads = CompilationSplitter.Heads(source.Text, lines, contents, listed, fewest);
        // Among many documents one after the other a few lines look like heads: they must not divide the whole file.
        var isCompilation = shape.IsCompilation
            || (heads.Count > 0 && heads.Count * MostOpeningsToAHead >= SequenceSplitter.Openings(source.Text, lines, contents).Count);
        shape = shape with { ListedTitles = listed, IsCompilation = isCompilation };
        return shape.IsCompilation ? heads : null;
    }

    // What stands before the first head of a file is a cover, contents or a foreword; in a later stretch, the rest of a document.
    private static List<DraftDocument> Compilation(SourceText source, List<TextSpan> lines, List<Contents> contents, List<(int Line, CompilationHead Head)> heads)
    {
        var text = source.Text;
        var drafts = CompilationSplitter.Split(text, lines, contents, heads);
        var end = heads.Count > 0 ? heads[0].Head.Span.Start : text.Length;
        var front = source.Offset == 0 ? FrontMatter.Foreword(text, lines, contents, end)
            : Wording.Trim(text, 0, heads.Count > 0 ? ChapterHeading.FirstBefore(text, lines, -1, heads[0].Line) : end);
        if (front.Length > 0) drafts.Insert(0, SingleDocument.Make(text, front, lines, contents, source.File));
        return drafts;
    }

    // A short run before the first title belongs to it, a foreword to none; in a later stretch it is the rest of a document.
    private static List<DraftDocument> Headed(SourceText source, List<TextSpan> lines, List<Contents> contents, List<TextSpan> titles)
    {
        var text = source.Text;
        var first = HeadingSplitter.LineStart(text, titles[0].Start);
        var lead = Wording.Trim(text, 0, first);
        if (lead.Length == 0 || (source.Offset == 0 && !FrontMatter.IsText(text, lines, contents, first)))
            return HeadingSplitter.Split(text, lead.Start, titles, contents);
        return [SingleDocument.Make(text, lead, lines, contents, source.File), .. HeadingSplitter.Split(text, first, titles, contents)];
    }

    private static List<DraftDocument> Sequence(SourceText source, int end, List<TextSpan> lines, List<Contents> contents, List<Opening> openings)
    {
        var documents = SequenceSplitter.Split(source.Text, end, lines, contents, openings);
        if (documents.Count > 0) return documents;
        var single = SingleDocument.Make(source.Text, Wording.Trim(source.Text, 0, end), lines, contents, source.File);
        var heading = HeadingSplitter.Only(source);
        return [heading.Length > 0 && heading.End <= single.Span.End ? single with { Title = Wording.Shown(heading.Of(source.Text)), TitleSpan = heading } : single];
    }

    private static DraftDocument WithoutTail(string text, DraftDocument draft)
    {
        var start = ArticleTail.Start(text, new Article(draft.TitleSpan, draft.Span), null);
        var span = Wording.Trim(text, draft.Span.Start, Math.Max(start, Math.Max(draft.TitleSpan.End, draft.HeadSpan.End)));
        return span.Length == 0 ? draft : draft with { Span = span, Omitted = Omission.Within(span, draft.Omitted) };
    }

    private static int RowStart(string text, int at)
    {
        while (at > 0 && text[at - 1] is not ('\n' or '\r')) at--;
        return at;
    }
}
