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
    /// <summary>Splits a text, or a stretch of one; a document that the end of a stretch may have cut is left for the next.</summary>
    public static SplitText Split(SourceText source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var articles = ArticleDump.Read(source);
        var split = articles.Count > 0 ? SplitArticles(source, articles) : SplitLines(source);
        return split with { Documents = [.. split.Documents.Select(draft => Called(draft, source.File))] };
    }

    // A title of nothing but marks shows as nothing.
    private static DraftDocument Called(DraftDocument draft, string file) =>
        draft.Title.Length > 0 ? draft : draft with { Title = SingleDocument.NameOf(file) };

    private static SplitText SplitArticles(SourceText source, List<Article> articles)
    {
        var boilerplate = new Boilerplate(source.Text, articles);
        var complete = source.Continues ? articles.Count - 1 : articles.Count;
        var drafts = new List<DraftDocument>(articles.Count);
        for (var i = 0; i < complete; i++)
        {
            ArticleSplitter.Split(source.Text, articles[i], boilerplate, source.File, drafts);
        }

        return new SplitText(drafts, source.Continues ? RowStart(source.Text, articles[^1].Start) : source.Text.Length);
    }

    private static SplitText SplitLines(SourceText source)
    {
        var text = source.Text;
        var drafts = Documents(source);
        if (source.Continues)
        {
            // A report and its reprints stay together, so the cut is before the last draft that no earlier one speaks of.
            var last = drafts.Count - 1;
            while (last > 0 && drafts[last].RelatedTo >= 0 && drafts[last].RelatedTo < last) last--;
            if (last <= 0) return new SplitText([], 0);
            return new SplitText(drafts[..last], drafts[last].Span.Start);
        }

        if (drafts.Count > 0 && drafts[^1].Role == DocumentRole.Policy) drafts[^1] = WithoutTail(text, drafts[^1]);
        return new SplitText(drafts, text.Length);
    }

    private static List<DraftDocument> Documents(SourceText source)
    {
        var text = source.Text;
        var all = Wording.Trim(text, 0, text.Length);
        if (all.Length == 0) return [];
        var lines = TextLines.Read(text, 0, text.Length);
        var contents = ContentsFinder.Find(text, lines);
        if (source.Offset == 0 && FrontMatter.Find(text, lines) is { Length: > 0 } particulars && !contents.Exists(table => table.Span.Overlaps(particulars)))
            contents.Insert(0, new Contents(particulars));
        var heads = CompilationSplitter.Heads(text, lines, contents);
        if (heads.Count > 0) return CompilationSplitter.Split(text, lines, contents, heads);

        var titles = HeadingSplitter.Titles(source);
        if (titles.Count > 0) return HeadingSplitter.Split(text, titles, contents);

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
