using System.Runtime.InteropServices;
using H2Ask.Core.Text;

namespace H2Ask.Core.Corpus.Reading.Formats;

/// <summary>
/// Builds readable text from blocks: one block a line, a table's row a line with tabs between its cells. A row that only
/// lays out a page (one cell, or a cell as long as a page) is lines like any other.
/// </summary>
internal sealed class BlockText
{
    private const int MostLinesOfCell = 20;
    private const int MostSpan = 64;

    private readonly List<char> _text = [];
    private readonly List<SourceMark> _marks = [];
    private readonly Stack<Table> _tables = [];
    private int _headingStart = -1;
    private int _headingLevel;
    private bool _blank;
    private bool _break;

    /// <summary>Whether a table is open.</summary>
    public bool InTable => _tables.Count > 0;

    /// <summary>Whether a cell is open in the innermost table.</summary>
    public bool InCell => _tables.TryPeek(out var table) && table.Row is { Columns: > 0 };

    /// <summary>Writes text whose blanks and line breaks are only layout.</summary>
    public void WriteFlowing(ReadOnlySpan<char> text)
    {
        foreach (var character in text)
        {
            if (character is ' ' or '\t' or '\n' or '\r' or '\f')
            {
                _blank = true;
                _break |= character is '\n' or '\r';
                continue;
            }

            if (Begins && IsIndent(character)) continue;
            WriteBlank(character);
            _text.Add(char.IsControl(character) ? ' ' : character);
        }
    }

    /// <summary>Writes text as it is; what would end a line or cell becomes a blank.</summary>
    public void Write(ReadOnlySpan<char> text)
    {
        foreach (var character in text)
        {
            var shown = char.IsControl(character) ? ' ' : character;
            if (!Begins || !IsIndent(shown)) _text.Add(shown);
        }
    }

    /// <summary>Writes a tab inside a line.</summary>
    public void WriteTab()
    {
        if (!Begins) _text.Add('\t');
    }

    /// <summary>Ends the line, or the line of the cell.</summary>
    public void EndBlock()
    {
        _blank = _break = false;
        var floor = Floor;
        TrimEnd(floor, lines: false);
        if (_text.Count == floor || _text[^1] == '\n') return;
        if (InCell) _tables.Peek().Row!.Breaks.Add(_text.Count);
        _text.Add('\n');
    }

    /// <summary>Begins a heading's line.</summary>
    public void BeginHeading(int level)
    {
        EndHeading();
        EndBlock();
        (_headingStart, _headingLevel) = (_text.Count, level);
    }

    /// <summary>Ends a heading's line.</summary>
    public void EndHeading()
    {
        if (_headingStart < 0) return;
        TrimEnd(Math.Max(Floor, _headingStart), lines: true);
        if (_text.Count > _headingStart) _marks.Add(new SourceMark(SourceMarkKind.Heading, new TextSpan(_headingStart, _text.Count), _headingLevel));
        _headingStart = -1;
        EndBlock();
    }

    /// <summary>Begins a table.</summary>
    public void BeginTable()
    {
        EndHeading();
        EndBlock();
        if (InCell) _tables.Peek().Row!.IsLayout = true;
        _tables.Push(new Table());
    }

    /// <summary>Ends the innermost table.</summary>
    public void EndTable()
    {
        EndRow(false);
        _tables.TryPop(out _);
    }

    /// <summary>Begins a row of the innermost table.</summary>
    public void BeginRow()
    {
        if (!_tables.TryPeek(out var table)) return;
        EndRow(false);
        EndBlock();
        table.Row = new Row(_text.Count);
    }

    /// <summary>Begins a cell that is some columns wide and goes on for some rows.</summary>
    public void BeginCell(int columns = 1, int rows = 1)
    {
        if (!_tables.TryPeek(out var table)) return;
        if (table.Row is null) BeginRow();
        EndHeading();
        var row = table.Row!;
        EndCell(row);
        while (table.TakeRowSpan(row.Columns)) Separate(row);
        row.Cells++;
        row.SpannedColumns = Math.Clamp(columns, 1, MostSpan) - 1;
        for (var column = 0; column <= row.SpannedColumns; column++) table.SetRowSpan(row.Columns + column, Math.Clamp(rows, 1, MostSpan) - 1);
        Separate(row);
    }

    /// <summary>Ends the row of the innermost table.</summary>
    public void EndRow(bool isHead)
    {
        if (!_tables.TryPeek(out var table) || table.Row is not { } row) return;
        EndHeading();
        EndCell(row);
        while (table.TakeRowSpan(row.Columns)) Separate(row);
        table.Row = null;
        (_blank, _break) = (false, false);
        if (CollectionsMarshal.AsSpan(_text)[row.Start..].IsWhiteSpace())
        {
            CollectionsMarshal.SetCount(_text, row.Start);
            return;
        }

        var isLayout = row.IsLayout || row.Cells <= 1 || row.MostLines > MostLinesOfCell;
        foreach (var place in isLayout ? row.Separators : row.Breaks) _text[place] = isLayout ? '\n' : ' ';

        if (!isLayout) _marks.Add(new SourceMark(isHead ? SourceMarkKind.TableHead : SourceMarkKind.TableRow, new TextSpan(row.Start, _text.Count)));
        _text.Add('\n');
    }

    /// <summary>The text and its marks.</summary>
    public (string Text, IReadOnlyList<SourceMark> Marks) Finish()
    {
        EndHeading();
        while (InTable) EndTable();
        EndBlock();
        // A row is marked after the headings in it.
        _marks.Sort((left, right) => (left.Span.Start, -left.Span.End).CompareTo((right.Span.Start, -right.Span.End)));
        return (new string(CollectionsMarshal.AsSpan(_text)), _marks);
    }

    private int Floor => _tables.TryPeek(out var table) && table.Row is { } row ? row.CellStart : 0;

    private bool Begins => _text.Count == Floor || _text[^1] == '\n';

    private static bool IsIndent(char character) => character is ' ' or '\u00A0' or '\u3000';

    private void EndCell(Row row)
    {
        TrimEnd(row.CellStart, lines: true);
        row.CountLines();
        for (; row.SpannedColumns > 0; row.SpannedColumns--) Separate(row);
    }

    private void Separate(Row row)
    {
        if (row.Columns++ > 0)
        {
            row.Separators.Add(_text.Count);
            _text.Add('\t');
        }

        row.CellStart = _text.Count;
        (_blank, _break) = (false, false);
    }

    private void WriteBlank(char next)
    {
        if (!_blank) return;
        // A line break in the source between two ideographs is no blank.
        if (!Begins && !(_break && IsWide(_text[^1]) && IsWide(next))) _text.Add(' ');
        _blank = _break = false;
    }

    private static bool IsWide(char character) => character is (>= '\u2E80' and <= '\u9FFF') or (>= '\uFF00' and <= '\uFFEF') or (>= '\uF900' and <= '\uFAFF');

    private void TrimEnd(int floor, bool lines)
    {
        while (_text.Count > floor && (IsIndent(_text[^1]) || (lines && _text[^1] == '\n'))) _text.RemoveAt(_text.Count - 1);
        if (_tables.TryPeek(out var table)) table.Row?.ForgetBreaks(_text.Count);
    }

    private sealed class Table
    {
        private readonly List<int> _rowSpans = [];

        public Row? Row { get; set; }

        public bool TakeRowSpan(int column)
        {
            if (column >= _rowSpans.Count || _rowSpans[column] <= 0) return false;
            _rowSpans[column]--;
            return true;
        }

        public void SetRowSpan(int column, int rows)
        {
            if (rows == 0 && column >= _rowSpans.Count) return;
            while (_rowSpans.Count <= column) _rowSpans.Add(0);
            _rowSpans[column] = rows;
        }
    }

    private sealed class Row(int start)
    {
        private int _counted;

        public int Start { get; } = start;

        public int CellStart { get; set; } = start;

        public int Columns { get; set; }

        public int Cells { get; set; }

        public int SpannedColumns { get; set; }

        public bool IsLayout { get; set; }

        public int MostLines { get; private set; }

        public List<int> Separators { get; } = [];

        public List<int> Breaks { get; } = [];

        public void ForgetBreaks(int from)
        {
            while (Breaks.Count > 0 && Breaks[^1] >= from) Breaks.RemoveAt(Breaks.Count - 1);
        }

        public void CountLines()
        {
            MostLines = Math.Max(MostLines, Breaks.Count - _counted);
            _counted = Breaks.Count;
        }
    }
}
