using System.Collections.Frozen;
using H2Ask.Core.Text;

namespace H2Ask.Core.Corpus.Reading.Formats;

/// <summary>Which columns of a CSV file hold an article's title and body.</summary>
/// <param name="Delimiter">What stands between fields.</param>
/// <param name="Count">How many columns there are.</param>
/// <param name="Title">The title's column; -1 where there is none.</param>
/// <param name="Body">The body's column; -1 where there is none.</param>
/// <param name="HasHead">Whether the first row names the columns.</param>
internal sealed record CsvColumns(char Delimiter, int Count, int Title, int Body, bool HasHead)
{
    private const int SampleRows = 50;
    private const int LongestName = 30;
    private const int ShortestTitle = 4;

    private static readonly FrozenSet<string> TitleNames =
        new[] { "title", "headline", "subject", "标题", "题目", "题名", "文章标题", "政策标题", "文件标题", "文件名称", "政策名称", "名称" }
            .ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> BodyNames =
        new[] { "body", "content", "contents", "text", "article", "正文", "内容", "全文", "文章内容", "正文内容", "政策内容", "文本" }
            .ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Learns the columns from the file's first rows.</summary>
    public static CsvColumns Learn(ReadOnlySpan<char> text)
    {
        var delimiter = FindDelimiter(text);
        var rows = new CsvRows(text, delimiter);
        var fields = new List<TextSpan>();
        var lengths = new List<(long Sum, int Filled, int Words)>();
        var counts = new Dictionary<int, int>();
        for (var read = 0; read < SampleRows && rows.Next(fields, out _); read++)
        {
            if (read == 0 && ByNames(text, delimiter, fields) is { } named) return named;
            counts[fields.Count] = counts.GetValueOrDefault(fields.Count) + 1;
            for (var column = 0; column < fields.Count; column++)
            {
                if (column == lengths.Count) lengths.Add(default);
                var (sum, filled, words) = lengths[column];
                lengths[column] = (sum + fields[column].Length, filled + (fields[column].Length > 0 ? 1 : 0), words + (IsWords(fields[column], text) ? 1 : 0));
            }
        }

        // Commas in a body that is not quoted make more fields than columns; a title alone makes fewer.
        var count = counts.Where(pair => pair.Key > 1)
            .OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key)
            .Select(pair => pair.Key).FirstOrDefault(1);
        if (count == 1) return new CsvColumns(delimiter, 1, -1, 0, false);
        var body = Enumerable.Range(0, count).MaxBy(column => lengths[column].Sum / Math.Max(1.0, lengths[column].Filled));
        var mostWords = Enumerable.Range(0, count).Where(column => column != body).Max(column => lengths[column].Words);
        var title = mostWords == 0 ? -1 : Enumerable.Range(0, count).First(column => column != body && lengths[column].Words * 2 > mostWords);
        return new CsvColumns(delimiter, count, title, body, false);
    }

    private static CsvColumns? ByNames(ReadOnlySpan<char> text, char delimiter, List<TextSpan> fields)
    {
        int title = -1, body = -1;
        for (var column = 0; column < fields.Count; column++)
        {
            if (fields[column].Length > LongestName) return null;
            var name = text[fields[column].Start..fields[column].End].Trim().ToString();
            if (title < 0 && TitleNames.Contains(name)) title = column;
            else if (body < 0 && BodyNames.Contains(name)) body = column;
        }

        return title < 0 && body < 0 ? null : new CsvColumns(delimiter, fields.Count, title, body, true);
    }

    private static char FindDelimiter(ReadOnlySpan<char> text)
    {
        var head = text.TrimStart("\r\n");
        var end = head.IndexOfAny('\n', '\r');
        if (end >= 0) head = head[..end];
        return head.Contains(',') ? ',' : head.Contains('\t') ? '\t' : head.Contains(';') ? ';' : ',';
    }

    // Numbers, dates, identifiers and addresses are no titles.
    private static bool IsWords(TextSpan span, ReadOnlySpan<char> text)
    {
        if (span.Length < ShortestTitle) return false;
        var letters = 0;
        foreach (var character in text[span.Start..Math.Min(span.End, span.Start + LongestName)]) letters += character > '\u007F' || character == ' ' ? 1 : 0;
        return letters >= ShortestTitle && letters * 3 >= Math.Min(span.Length, LongestName);
    }
}
