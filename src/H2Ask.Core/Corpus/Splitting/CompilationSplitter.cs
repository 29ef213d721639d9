using H2Ask.Core.Text;

namespace H2Ask.Core.Corpus.Splitting;

/// <summary>Splits a compilation: documents behind head lines that name 文号, issuer or date, or that its contents list.</summary>
internal static class CompilationSplitter
{
    /// <summary>How many heads, or titles in its contents, make a text a compilation.</summary>
    public const int FewestHeads = 3;

    // 四、保障措施 is a chapter.
    private const int ShortestNumbered = 8;

    /// <summary>
    /// The head lines of a compilation, with their places among the lines; none where the text is no compilation. In a stretch of a file that
    /// is known to be one, or whose contents say so, a single head is enough.
    /// </summary>
    public static List<(int Line, CompilationHead Head)> Heads(string text, List<TextSpan> lines, List<Contents> contents, IReadOnlySet<string> listed, int fewest)
    {
        var heads = new List<(int Line, CompilationHead Head)>();
        var marked = 0;
        var table = 0;
        for (var i = 0; i < lines.Count; i++)
        {
            while (table < contents.Count && contents[table].Span.End <= lines[i].Start) table++;
            if (table < contents.Count && contents[table].Span.Start <= lines[i].Start) continue;
            var head = CompilationHead.Read(text, lines[i]);
            if (head.Title.Length == 0) continue;
            var rest = i + 1 < lines.Count && CompilationHead.IsRest(text, lines[i + 1]);
            var known = listed.Contains(Wording.Key(head.Title.Of(text)));
            if (!known && !((head.IsMarked || rest) && IsHeadForm(text, head))) continue;
            if (rest) head = head with { Span = new TextSpan(head.Span.Start, lines[i + 1].End) };
            heads.Add((i, head));
            if (head.IsMarked || rest) marked++;
            if (rest) i++;
        }

        WithoutLists(text, lines, heads, listed);
        WithoutRepeats(text, lines, heads);
        return heads.Count >= fewest && (fewest < FewestHeads || marked >= FewestHeads || listed.Count >= FewestHeads) ? heads : [];
    }

    /// <summary>Splits the text at the heads; headings of chapters between documents belong to none, nor does what stands before the first.</summary>
    public static List<DraftDocument> Split(string text, List<TextSpan> lines, List<Contents> contents, List<(int Line, CompilationHead Head)> heads)
    {
        var drafts = new List<DraftDocument>(heads.Count + 1);
        for (var i = 0; i < heads.Count; i++)
        {
            var (line, head) = heads[i];
            var last = Math.Max(line, TextLines.IndexAt(lines, head.Span.End) - 1);
            var end = i + 1 < heads.Count ? ChapterHeading.FirstBefore(text, lines, last, heads[i + 1].Line) : text.Length;
            var span = Wording.Trim(text, head.Span.Start, end);
            drafts.Add(new DraftDocument
            {
                Span = span,
                Title = Wording.Shown(head.Title.Of(text)),
                TitleSpan = head.Title,
                HeadSpan = head.Span,
                Omitted = Omission.Within(span, contents.Select(table => table.Span)),
            });
        }

        return drafts;
    }

    /// <summary>The keys of the titles that the contents list, where they list documents rather than the chapters of one.</summary>
    public static HashSet<string> Listed(string text, List<TextSpan> lines, List<Contents> contents)
    {
        var titles = new HashSet<string>();
        var (documents, chapters) = (0, 0);
        foreach (var table in contents)
        {
            for (var i = TextLines.IndexAt(lines, table.Span.Start); i < lines.Count && lines[i].Start < table.Span.End; i++)
            {
                var entry = ContentsFinder.WithoutPage(text, lines[i]);
                var head = CompilationHead.Read(text, entry);
                if (head.Title.Length == 0) continue;
                if (head.IsMarked || (IsTitle(text, head.Title) && text[entry.Start] is not ('（' or '(' or '第')
                    && (Numbering.StartsFirst(text, entry.Start, entry.End) is false || head.Title.Length >= ShortestNumbered)))
                {
                    documents++;
                    titles.Add(Wording.Key(head.Title.Of(text)));
                }
                else
                {
                    chapters++;
                }
            }
        }

        return documents > chapters ? titles : [];
    }

    private static bool IsTitle(string text, TextSpan title) => TitleForm.EndsKind(text, title.Start, title.End) || TitleForm.IsTitle(text, title);

    // Without a number, the line must end with its brackets; with a sentence before them it is a citation.
    private static bool IsHeadForm(string text, CompilationHead head) =>
        text[head.Title.Start] is not ('《' or '（' or '(' or '—') && head.Title.Length <= 120
        && (head.Title.Start > head.Span.Start || TitleForm.IsTitle(text, head.Title));

    // Below the history of a law its title may stand again, above its text.
    private static void WithoutRepeats(string text, List<TextSpan> lines, List<(int Line, CompilationHead Head)> heads)
    {
        for (var i = heads.Count - 1; i > 0; i--)
        {
            var (first, again) = (heads[i - 1], heads[i]);
            if (Wording.Key(first.Head.Title.Of(text)) != Wording.Key(again.Head.Title.Of(text))) continue;
            var hasText = lines.FindIndex(first.Line + 1, again.Line - first.Line - 1, line => Numbering.StartsFirst(text, line.Start, line.End)) >= 0;
            if (!hasText) heads.RemoveAt(i);
        }
    }

    // Heads without any text between them are a list of documents, such as an annex of repealed ones.
    private static void WithoutLists(string text, List<TextSpan> lines, List<(int Line, CompilationHead Head)> heads, IReadOnlySet<string> listed)
    {
        var kept = new List<(int Line, CompilationHead Head)>(heads.Count);
        for (var i = 0; i < heads.Count; i++)
        {
            var (line, head) = heads[i];
            var next = TextLines.IndexAt(lines, head.Span.End);
            var follows = i > 0 && TextLines.IndexAt(lines, heads[i - 1].Head.Span.End) == line;
            var followed = i + 1 < heads.Count && heads[i + 1].Line == next;
            if ((follows || followed) && !listed.Contains(Wording.Key(head.Title.Of(text)))) continue;
            kept.Add(heads[i]);
        }

        heads.Clear();
        heads.AddRange(kept);
    }
}
