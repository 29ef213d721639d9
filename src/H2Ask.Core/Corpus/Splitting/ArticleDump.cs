using H2Ask.Core.Corpus.Reading;
using H2Ask.Core.Text;

namespace H2Ask.Core.Corpus.Splitting;

/// <summary>Reads the articles of a dump: rows that the reader marked, or lines of the form <c>title,body</c> with CSV quoting.</summary>
internal static class ArticleDump
{
    private const int LongestTitle = 200;
    private const int FewestRows = 3;

    private static readonly string[] HeaderTitles = ["title", "标题", "题目", "name"];

    /// <summary>The articles that the reader marked; none where it marked none.</summary>
    public static List<Article> Marked(SourceText source)
    {
        var articles = new List<Article>();
        var (title, body, open) = (default(TextSpan), default(TextSpan), false);
        foreach (var mark in source.Marks)
        {
            if (mark.Kind == SourceMarkKind.Article)
            {
                if (open) Add(source.Text, articles, title, body);
                (title, body, open) = (default, default, true);
            }
            else if (mark.Kind == SourceMarkKind.ArticleTitle)
            {
                title = mark.Span;
            }
            else if (mark.Kind == SourceMarkKind.ArticleBody)
            {
                body = mark.Span;
            }
        }

        if (open) Add(source.Text, articles, title, body);
        return articles;
    }

    /// <summary>
    /// What separates the titles of a text from their bodies; 0 where it is no dump: in one nearly every line is a short title, the separator,
    /// and more text, and no blank lines stand between paragraphs.
    /// </summary>
    public static char Separator(string text)
    {
        var (lines, commas, tabs, longLines, numbered) = (0, 0, 0, 0, 0);
        foreach (var line in TextLines.Read(text, 0, text.Length))
        {
            lines++;
            var head = text.AsSpan(line.Start, Math.Min(line.Length, LongestTitle));
            if (line.Length > LongestTitle) longLines++;
            if (Numbering.End(text, line.Start, line.End) > 0) numbered++;
            if (IsTitle(head, head.IndexOf(','))) commas++;
            else if (IsTitle(head, head.IndexOf('\t')) && line.Length > LongestTitle) tabs++;
        }

        if (lines < FewestRows || longLines * 4 < lines || numbered * 4 > lines) return '\0';
        return commas * 10 >= lines * 8 ? ',' : tabs * 10 >= lines * 6 ? '\t' : '\0';
    }

    private static bool IsTitle(ReadOnlySpan<char> head, int separator) => separator >= 4 && head[..separator].IndexOf('。') < 0;

    /// <summary>The articles of a dump.</summary>
    public static List<Article> Rows(string text, char separator)
    {
        var articles = new List<Article>();
        var at = 0;
        while (at < text.Length)
        {
            if (text[at] is '\n' or '\r')
            {
                at++;
                continue;
            }

            var title = TitleField(text, at, separator, out var next);
            var body = default(TextSpan);
            if (next < text.Length && text[next] == separator) body = BodyField(text, next + 1, out next);
            at = Math.Max(next, at + 1);
            // No title is that long: it is the rest of a body that was cut.
            if (body.Length == 0 && title.Length > LongestTitle) (title, body) = (default, title);
            if (articles.Count == 0 && Array.Exists(HeaderTitles, word => title.Of(text).Equals(word, StringComparison.OrdinalIgnoreCase))) continue;
            Add(text, articles, title, body);
        }

        return articles;
    }

    private static TextSpan TitleField(string text, int at, char separator, out int next)
    {
        if (text[at] == '"' && QuotedEnd(text, at, Math.Min(text.Length, at + (2 * LongestTitle)), separator) is > 0 and var close)
        {
            next = close + 1;
            return new TextSpan(at + 1, close);
        }

        var end = LineEnd(text, at);
        var stop = text.AsSpan(at, end - at).IndexOf(separator);
        // A short line without the separator that ends in mid-sentence is a title broken over two lines.
        if (stop < 0 && end - at < LongestTitle && end + 1 < text.Length && !Wording.EndsSentence(text[end - 1]))
        {
            var nextEnd = LineEnd(text, end + 1);
            var joined = text.AsSpan(end + 1, nextEnd - end - 1).IndexOf(separator);
            if (joined is >= 0 and < LongestTitle / 2) stop = end + 1 + joined - at;
        }

        next = stop < 0 ? end : at + stop;
        return new TextSpan(text[at] == '"' ? at + 1 : at, next);
    }

    private static TextSpan BodyField(string text, int at, out int next)
    {
        next = LineEnd(text, at);
        if (at < next && text[at] == '"' && QuotedEnd(text, at, text.Length, '\0') is > 0 and var close)
        {
            next = close + 1;
            return new TextSpan(at + 1, close);
        }

        var start = at < next && text[at] == '"' ? at + 1 : at;
        return new TextSpan(start, next);
    }

    // The quote that closes a field stands before the separator or the line's end; any other single quote means broken quoting.
    private static int QuotedEnd(string text, int at, int limit, char separator)
    {
        for (var i = at + 1; i < limit; i++)
        {
            if (text[i] != '"') continue;
            if (i + 1 >= text.Length || text[i + 1] is '\n' or '\r' || (separator != '\0' && text[i + 1] == separator)) return i;
            if (text[i + 1] != '"') return -1;
            i++;
        }

        return -1;
    }

    private static int LineEnd(string text, int at)
    {
        var length = text.AsSpan(at).IndexOfAny('\n', '\r');
        return length < 0 ? text.Length : at + length;
    }

    private static void Add(string text, List<Article> articles, TextSpan title, TextSpan body)
    {
        title = Wording.Trim(text, title.Start, title.End);
        body = Wording.Trim(text, body.Start, body.End);
        if (title.Length > 0 || body.Length > 0) articles.Add(new Article(title, body));
    }
}
