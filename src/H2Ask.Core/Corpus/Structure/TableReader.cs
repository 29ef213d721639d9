using H2Ask.Core.Corpus.Cleaning;
using H2Ask.Core.Text;

namespace H2Ask.Core.Corpus.Structure;

/// <summary>Reads the tables of a clean text: runs of lines with tabs.</summary>
internal static class TableReader
{
    /// <summary>A line without a tab between rows is a part of a cell only up to this length.</summary>
    private const int LongestLooseLine = 20;

    /// <summary>The rows of all tables, in their order.</summary>
    public static List<TableRow> Read(string text)
    {
        var rows = new List<TableRow>();
        var table = new List<TextSpan>();
        for (var start = 0; start < text.Length;)
        {
            var end = MarkFit.LineEnd(text, start);
            if (text.AsSpan(start, end - start).Contains('\t'))
            {
                table.Add(new TextSpan(start, end));
            }
            else if (table.Count > 0 && !IsLooseLine(text, start, end))
            {
                ReadTable(text, table, rows);
                table.Clear();
            }

            if (end < text.Length && text[end] == CleanText.Gap && table.Count > 0)
            {
                ReadTable(text, table, rows);
                table.Clear();
            }

            start = end + 1;
        }

        if (table.Count > 0) ReadTable(text, table, rows);
        return rows;
    }

    /// <summary>Whether a line without a tab lies between two rows: a cell that the format split.</summary>
    private static bool IsLooseLine(string text, int start, int end)
    {
        if (end - start > LongestLooseLine || end <= start || end >= text.Length || text[end] != '\n') return false;
        if (Characters.IsSentenceEnd(text[end - 1]) || NumberMark.TryRead(text, start, out _)) return false;
        var nextEnd = MarkFit.LineEnd(text, end + 1);
        return text.AsSpan(end + 1, nextEnd - end - 1).Contains('\t');
    }

    private static void ReadTable(string text, List<TextSpan> lines, List<TableRow> rows)
    {
        var spans = new List<TextSpan>();
        var cells = new List<string[]>();
        for (var i = 0; i < lines.Count; i++)
        {
            // A loose line before this row belongs to it.
            var start = i > 0 && lines[i].Start > lines[i - 1].End + 1 ? lines[i - 1].End + 1 : lines[i].Start;
            spans.Add(new TextSpan(start, lines[i].End));
            cells.Add(CellsOf(text.AsSpan(start, lines[i].End - start)));
        }

        var heads = TableHeads.Read(cells, out var headRows);
        if (headRows > 0) MendSplitRows(spans, cells, heads.Length, headRows);
        string[] above = [];
        for (var i = 0; i < cells.Count; i++)
        {
            var isHead = i < headRows;
            var labelled = isHead ? cells[i] : TableHeads.WithLabelsAbove(cells[i], above);
            rows.Add(new TableRow(spans[i], isHead ? Plain(labelled) : TableHeads.Describe(labelled, heads), isHead));
            if (!isHead) above = labelled;
        }
    }

    private static string[] CellsOf(ReadOnlySpan<char> line)
    {
        var parts = new string[line.Count('\t') + 1];
        var i = 0;
        foreach (var range in line.Split('\t')) parts[i++] = line[range].Trim().ToString().Replace("\n", "", StringComparison.Ordinal);
        return parts;
    }

    private static string Plain(string[] cells) => string.Join(' ', cells.Where(cell => cell.Length > 0));

    /// <summary>Puts two lines together that are one row: the first breaks off in its label, and together they have as many cells as there are heads.</summary>
    private static void MendSplitRows(List<TextSpan> spans, List<string[]> cells, int width, int headRows)
    {
        var kept = headRows;
        for (var i = headRows; i < cells.Count; i++, kept++)
        {
            var (row, span) = (cells[i], spans[i]);
            if (i + 1 < cells.Count && IsSplit(row, cells[i + 1], width))
            {
                i++;
                row = [.. row[..^1], row[^1] + cells[i][0], .. cells[i][1..]];
                span = new TextSpan(span.Start, spans[i].End);
            }

            (cells[kept], spans[kept]) = (row, span);
        }

        cells.RemoveRange(kept, cells.Count - kept);
        spans.RemoveRange(kept, spans.Count - kept);
    }

    private static bool IsSplit(string[] first, string[] second, int width)
    {
        if (first.Length >= width || second.Length >= width || first.Length + second.Length - 1 != width) return false;
        return second[0].Length > 0 && first[^1].Length > 0 && !TableHeads.IsFigure(first[^1]);
    }
}
