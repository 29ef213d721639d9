using System.Text;

namespace H2Ask.Core.Corpus.Structure;

/// <summary>Reads the column heads of a table and says each cell with its head.</summary>
internal static class TableHeads
{
    private const int LongestHead = 40;

    /// <summary>The heads of the columns; empty where the table has none.</summary>
    public static string[] Read(List<string[]> rows, out int headRows)
    {
        headRows = 0;
        if (rows.Count < 2 || !IsHeadRow(rows[0])) return [];
        headRows = 1;
        var heads = (string[])rows[0].Clone();
        var merged = new bool[heads.Length];
        for (var i = 1; i < heads.Length; i++)
        {
            // A head over several columns is written once.
            merged[i] = heads[i].Length == 0;
            if (!merged[i]) continue;
            heads[i] = heads[i - 1];
            merged[i - 1] = true;
        }

        if (IsSecondHeadRow(rows[1], merged))
        {
            headRows = 2;
            for (var i = 0; i < heads.Length && i < rows[1].Length; i++)
            {
                if (rows[1][i].Length > 0) heads[i] = string.Concat(heads[i], " ", rows[1][i]);
            }
        }

        return heads;
    }

    /// <summary>A row whose first cells are empty shares those of the row above.</summary>
    public static string[] WithLabelsAbove(string[] cells, string[] above)
    {
        var labelled = (string[])cells.Clone();
        for (var i = 0; i < labelled.Length && labelled[i].Length == 0 && i < above.Length; i++) labelled[i] = above[i];
        return labelled;
    }

    /// <summary>The row in words: labels as they are, figures with the head of their column.</summary>
    public static string Describe(string[] cells, string[] heads)
    {
        var words = new StringBuilder();
        // Rows are ragged where cells were merged or lost; figures stand on the right, so columns are counted from there.
        var shift = heads.Length == 0 ? 0 : cells.Length - heads.Length;
        for (var i = 0; i < cells.Length; i++)
        {
            if (cells[i].Length == 0) continue;
            if (words.Length > 0) words.Append(heads.Length == 0 && cells.Length == 2 ? '：' : ' ');
            var column = i - shift;
            if (column > 0 && column < heads.Length && heads[column].Length > 0 && heads[column] != cells[i]) words.Append(heads[column]).Append('：');
            words.Append(cells[i]);
        }

        return words.ToString();
    }

    /// <summary>Whether a cell is a value rather than a name: it begins with a figure or a sign.</summary>
    public static bool IsFigure(string cell) =>
        cell.Length > 0 && (char.IsAsciiDigit(cell[0]) || cell[0] is '≥' or '≤' or '>' or '<' or '+' or '-' or '—' or '/' or '~' or '±') && !IsYear(cell);

    private static bool IsYear(string cell) => cell.Length is >= 4 and <= 12 && cell[0] is '1' or '2' && cell[1] is '0' or '9' && (cell.Length == 4 || cell.Contains('年'));

    private static bool IsHeadRow(string[] cells)
    {
        var filled = 0;
        foreach (var cell in cells)
        {
            if (cell.Length == 0) continue;
            if (cell.Length > LongestHead || IsFigure(cell) || cell.Contains('。')) return false;
            filled++;
        }

        return filled >= 2 && cells[0].Length > 0;
    }

    private static bool IsSecondHeadRow(string[] cells, bool[] merged)
    {
        if (cells[0].Length > 0 || !merged.Contains(true)) return false;
        for (var i = 1; i < cells.Length; i++)
        {
            if (cells[i].Length > 0 && (i >= merged.Length || !merged[i] || cells[i].Length > LongestHead)) return false;
        }

        return true;
    }
}
