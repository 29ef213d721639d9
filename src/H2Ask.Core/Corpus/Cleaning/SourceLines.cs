using H2Ask.Core.Corpus.Reading;
using H2Ask.Core.Text;

namespace H2Ask.Core.Corpus.Cleaning;

/// <summary>Reads the lines of a run of source text and tells prose, table rows and noise apart.</summary>
internal static class SourceLines
{
    /// <summary>A cell that stands alone in its line is a part of a table only up to this length; beyond it is indented prose.</summary>
    private const int LongestLoneCell = 60;

    public static List<SourceLine> Read(string text, TextSpan span, IReadOnlyList<TextSpan> omitted, IReadOnlyList<SourceMark> marks)
    {
        var lines = new List<SourceLine>();
        var headings = new MarkCursor(marks, SourceMarkKind.Heading);
        var rows = new MarkCursor(marks, SourceMarkKind.TableRow, SourceMarkKind.TableHead);
        var at = span.Start;
        foreach (var gap in omitted.Where(gap => gap.Length > 0 && gap.Overlaps(span)).OrderBy(gap => gap.Start))
        {
            if (gap.End <= at) continue;
            ReadRun(text, at, Math.Max(at, gap.Start), lines, headings, rows);
            var start = Math.Max(at, gap.Start);
            at = Math.Min(gap.End, span.End);
            lines.Add(new SourceLine(start, at, SourceLineKind.Gap, IsHeading: false));
        }

        ReadRun(text, at, span.End, lines, headings, rows);
        KeepOnlyRowsAmongRows(text, lines);
        KeepNumbersAmongShortLines(text, lines);
        return lines;
    }

    private static void ReadRun(string text, int start, int end, List<SourceLine> lines, MarkCursor headings, MarkCursor rows)
    {
        while (start < end)
        {
            var length = text.AsSpan(start, end - start).IndexOfAny("\n\r\u2028\u2029\u0085");
            var lineEnd = length < 0 ? end : start + length;
            // A row keeps the tab before its first cell: an empty cell. Blanks around prose mean nothing.
            var from = start;
            while (from < lineEnd && Characters.IsBlank(text[from])) from++;
            var to = lineEnd;
            while (to > from && Characters.IsBlank(text[to - 1])) to--;
            if (to > from)
            {
                if (rows.Covering(from) is { } row)
                {
                    lineEnd = Math.Clamp(row.End, to, end);
                    lines.Add(new SourceLine(from, lineEnd, SourceLineKind.MarkedRow, IsHeading: false));
                    start = lineEnd;
                    continue;
                }

                var heading = headings.Covering(from) is not null;
                var line = text.AsSpan(from, to - from);
                if (!heading && IsRow(text.AsSpan(start, lineEnd - start))) lines.Add(new SourceLine(start, lineEnd, SourceLineKind.Row, false));
                else lines.Add(new SourceLine(from, to, !heading && (IsNoise(line) || IsComment(line)) ? SourceLineKind.Noise : SourceLineKind.Prose, heading));
            }

            start = lineEnd + 1;
        }
    }

    private static bool IsRow(ReadOnlySpan<char> line)
    {
        if (line.Contains('\t')) return true;
        var trimmed = line.Trim();
        return trimmed.Length > 2 && trimmed[0] == '|' && trimmed[1..].Contains('|');
    }

    /// <summary>Turns lines that only look like rows, such as paragraphs indented with a tab, back into prose.</summary>
    private static void KeepOnlyRowsAmongRows(string text, List<SourceLine> lines)
    {
        for (var i = 0; i < lines.Count; i++)
        {
            var line = lines[i];
            if (line.Kind != SourceLineKind.Row) continue;
            var content = text.AsSpan(line.Start, line.Length);
            if (IsRule(content))
            {
                lines[i] = line with { Kind = SourceLineKind.Noise };
                continue;
            }

            if (CountCells(content) >= 2) continue;
            var besideRows = (i > 0 && IsFullRow(text, lines[i - 1])) || (i + 1 < lines.Count && IsFullRow(text, lines[i + 1]));
            var trimmed = content.Trim();
            if (besideRows && trimmed.Length <= LongestLoneCell && !Characters.IsSentenceEnd(trimmed[^1]) && content[0] == '\t') continue;
            var start = line.Start + content.IndexOf(trimmed, StringComparison.Ordinal);
            lines[i] = new SourceLine(start, start + trimmed.Length, SourceLineKind.Prose, line.IsHeading);
        }
    }

    /// <summary>A number between short lines is a cell of a table that lost its form, no page number.</summary>
    private static void KeepNumbersAmongShortLines(string text, List<SourceLine> lines)
    {
        for (var i = 1; i + 1 < lines.Count; i++)
        {
            if (lines[i].Kind != SourceLineKind.Noise || !text.AsSpan(lines[i].Start, lines[i].Length).ContainsAnyInRange('0', '9')) continue;
            if (IsShortProse(lines[i - 1]) && IsShortProse(lines[i + 1])) lines[i] = lines[i] with { Kind = SourceLineKind.Prose };
        }

        bool IsShortProse(SourceLine line) => line is { Kind: SourceLineKind.Prose, Length: <= 15 } && !Characters.IsSentenceEnd(text[line.End - 1]);
    }

    private static bool IsFullRow(string text, SourceLine line) =>
        line.Kind == SourceLineKind.MarkedRow
        || (line.Kind == SourceLineKind.Row && (CountCells(text.AsSpan(line.Start, line.Length)) >= 2 || text[line.Start] == '\t'));

    private static int CountCells(ReadOnlySpan<char> line)
    {
        var cells = 0;
        var filled = false;
        foreach (var c in line)
        {
            if (c is '\t' or '|')
            {
                if (filled) cells++;
                filled = false;
            }
            else if (!Characters.IsBlank(c))
            {
                filled = true;
            }
        }

        return filled ? cells + 1 : cells;
    }

    private static bool IsRule(ReadOnlySpan<char> line)
    {
        foreach (var c in line)
        {
            if (c is not ('-' or '|' or ':' or '=' or '_' or '\t') && !Characters.IsBlank(c)) return false;
        }

        return true;
    }

    /// <summary>A page number alone on its line, as <c>12</c>, <c>- 12 -</c>, <c>第 12 页</c>, or a rule of dashes.</summary>
    private static bool IsNoise(ReadOnlySpan<char> line)
    {
        if (line.Length > 16) return line.Length <= 200 && IsRule(line);
        var digits = 0;
        foreach (var c in line)
        {
            if (char.IsAsciiDigit(c) || c is >= '０' and <= '９') digits++;
            else if (!Characters.IsBlank(c) && c is not ('-' or '—' or '–' or '·' or '第' or '页' or '共' or '/' or '|' or '_' or '=' or '*')) return false;
        }

        return digits == 0 || digits <= 3 || line.Contains('页');
    }

    private static bool IsComment(ReadOnlySpan<char> line) => line.StartsWith("<!--") && line.IndexOf("-->") == line.Length - 3;

    /// <summary>Walks through the marks of some kinds, which stand in order of place.</summary>
    private sealed class MarkCursor(IReadOnlyList<SourceMark> marks, params SourceMarkKind[] kinds)
    {
        private readonly SourceMark[] _marks = marks.Where(mark => kinds.Contains(mark.Kind)).OrderBy(mark => mark.Span.Start).ToArray();
        private int _next;

        public TextSpan? Covering(int place)
        {
            while (_next < _marks.Length && _marks[_next].Span.End <= place) _next++;
            return _next < _marks.Length && _marks[_next].Span.Start <= place ? _marks[_next].Span : null;
        }
    }
}
