using H2Ask.Core.Text;

namespace H2Ask.Core.Corpus.Reading.Formats;

/// <summary>CSV whose rows are articles: each row, its title and its body are marked.</summary>
internal sealed class CsvText : ITextFormat
{
    private readonly List<TextSpan> _fields = [];
    private CsvColumns? _columns;

    // Where in the file the quoted field begins that the last cut went through.
    private int _openField = int.MaxValue;
    private int _begun = -1;
    private bool _inside;

    /// <inheritdoc />
    public int Cut(ReadOnlySpan<char> stretch, int offset, int least)
    {
        _columns ??= CsvColumns.Learn(stretch);
        var rows = new CsvRows(stretch, _columns.Delimiter);
        var inside = BeginsInside(offset);
        var cut = 0;
        while (rows.Next(_fields, out _, inside) && rows.Complete)
        {
            inside = false;
            cut = rows.Place;
        }

        // A row longer than a stretch is cut as any text is.
        if (cut > least) _openField = int.MaxValue;
        else if (rows.OpenField >= 0) _openField = inside ? _openField : offset + rows.OpenField - 1;
        return cut > least ? cut : 0;
    }

    /// <inheritdoc />
    public IReadOnlyList<SourceMark> Mark(string stretch, int offset)
    {
        var columns = _columns ??= CsvColumns.Learn(stretch);
        var marks = new List<SourceMark>();
        var rows = new CsvRows(stretch, columns.Delimiter);
        var inside = BeginsInside(offset);
        var head = offset == 0 && columns.HasHead;
        while (rows.Next(_fields, out var row, inside))
        {
            if (!head) Mark(stretch, row, columns, inside, marks);
            head = inside = false;
        }

        return marks;
    }

    // A stretch is cut first and marked then; the cut already tells of the next one.
    private bool BeginsInside(int offset)
    {
        if (_begun == offset) return _inside;
        _begun = offset;
        return _inside = offset > _openField;
    }

    private void Mark(string text, TextSpan row, CsvColumns columns, bool goesOn, List<SourceMark> marks)
    {
        if (Trim(text, row) is not { Length: > 0 }) return;
        marks.Add(new SourceMark(SourceMarkKind.Article, row));
        if (goesOn || _fields.Count == 1)
        {
            var alone = _fields[0] with { End = _fields[^1].End };
            var isTitle = !goesOn && columns is { Title: 0, Count: > 1 } && _fields.Count == 1;
            Add(marks, isTitle ? SourceMarkKind.ArticleTitle : SourceMarkKind.ArticleBody, Trim(text, alone));
            return;
        }

        var title = Field(text, columns.Title, columns);
        var body = Field(text, columns.Body, columns);
        var titleFirst = title.Start <= body.Start;
        Add(marks, titleFirst ? SourceMarkKind.ArticleTitle : SourceMarkKind.ArticleBody, titleFirst ? title : body);
        Add(marks, titleFirst ? SourceMarkKind.ArticleBody : SourceMarkKind.ArticleTitle, titleFirst ? body : title);
    }

    // Delimiters in a last field that is not quoted are its own.
    private TextSpan Field(string text, int column, CsvColumns columns)
    {
        if (column < 0 || column >= _fields.Count) return default;
        var field = _fields[column];
        return Trim(text, column == columns.Count - 1 && _fields.Count > columns.Count ? field with { End = _fields[^1].End } : field);
    }

    private static void Add(List<SourceMark> marks, SourceMarkKind kind, TextSpan span)
    {
        if (span.Length > 0) marks.Add(new SourceMark(kind, span));
    }

    private static TextSpan Trim(string text, TextSpan span)
    {
        var (start, end) = (span.Start, span.End);
        while (start < end && char.IsWhiteSpace(text[start])) start++;
        while (end > start && char.IsWhiteSpace(text[end - 1])) end--;
        return new TextSpan(start, end);
    }
}
