using H2Ask.Core.Text;

namespace H2Ask.Core.Corpus.Reading.Formats;

/// <summary>
/// Cuts CSV into rows and fields, as RFC 4180 has it where the text keeps to it. Where it does not, a quote that closes
/// nothing is a letter, and a field that nothing closes ends where the next row is seen to begin.
/// </summary>
internal ref struct CsvRows(ReadOnlySpan<char> text, char delimiter, int start = 0)
{
    // How far into a line the next row's first fields are looked for.
    private const int Reach = 300;

    private readonly ReadOnlySpan<char> _text = text;
    private readonly char _delimiter = delimiter;
    private int _place = start;
    private bool _nothingCloses;
    private bool _beginsQuoted;

    /// <summary>Where the next row begins: behind the line's end of the row read last.</summary>
    public readonly int Place => _place;

    /// <summary>Where the content of the quoted field begins that the text's end cuts; -1 where it cuts none.</summary>
    public int OpenField { get; private set; } = -1;

    /// <summary>Whether the row read last was ended by a line's end, not by the text's.</summary>
    public bool Complete { get; private set; }

    /// <summary>Reads the next row that is not blank; false at the end of the text.</summary>
    /// <param name="fields">Receives the fields, without the quotes around them.</param>
    /// <param name="row">The row, without its line's end.</param>
    /// <param name="insideField">Whether the text begins inside a quoted field.</param>
    public bool Next(List<TextSpan> fields, out TextSpan row, bool insideField = false)
    {
        fields.Clear();
        if (!insideField)
        {
            while (_place < _text.Length && _text[_place] is '\n' or '\r') _place++;
        }

        var begin = _place;
        row = new TextSpan(begin, begin);
        if (begin >= _text.Length) return false;
        _beginsQuoted = _text[begin] == '"';
        var place = begin;
        while (true)
        {
            place = insideField || (place < _text.Length && _text[place] == '"')
                ? Quoted(insideField ? place : place + 1, fields)
                : Plain(place, fields);
            insideField = false;
            if (place >= _text.Length || _text[place] != _delimiter) break;
            place++;
        }

        Complete = place < _text.Length;
        row = new TextSpan(begin, place);
        _place = place;
        if (Complete) _place += _text[place] == '\r' && place + 1 < _text.Length && _text[place + 1] == '\n' ? 2 : 1;
        return true;
    }

    private readonly int Plain(int start, List<TextSpan> fields)
    {
        var length = _text[start..].IndexOfAny(_delimiter, '\n', '\r');
        var end = length < 0 ? _text.Length : start + length;
        fields.Add(new TextSpan(start, end));
        return end;
    }

    // Reads from behind the opening quote to the delimiter or line's end that ends the field.
    private int Quoted(int start, List<TextSpan> fields)
    {
        var (firstBreak, lastBreak, line) = (-1, -1, -1);
        for (var i = start; ;)
        {
            var step = _text[i..].IndexOfAny('"', '\n', '\r');
            if (step < 0) return Unclosed(start, firstBreak, fields);
            i += step;
            if (_text[i] != '"')
            {
                if (_nothingCloses) return Unclosed(start, i, fields);
                lastBreak = i;
                if (firstBreak < 0) firstBreak = i;
                line = ++i;
                continue;
            }

            var run = _text[i..].IndexOfAnyExcept('"') is >= 0 and var length ? length : _text.Length - i;
            var after = i + run;
            if (run % 2 == 1)
            {
                var next = SkipBlanks(after);
                if (next >= _text.Length || _text[next] == _delimiter || _text[next] is '\n' or '\r')
                {
                    fields.Add(new TextSpan(start, after - 1));
                    return next;
                }

                if (lastBreak >= 0 && BeginsRow(line, i)) return End(start, lastBreak, fields);
            }

            i = after;
        }
    }

    private int Unclosed(int start, int firstBreak, List<TextSpan> fields)
    {
        if (firstBreak >= 0 && (_nothingCloses || LooksLikeRows(firstBreak)))
        {
            _nothingCloses = true;
            return End(start, firstBreak, fields);
        }

        OpenField = start;
        return End(start, _text.Length, fields);
    }

    private readonly int End(int start, int end, List<TextSpan> fields)
    {
        if (end > start && end < _text.Length && _text[end] == '\n' && _text[end - 1] == '\r') end--;
        fields.Add(new TextSpan(start, end));
        return end;
    }

    private readonly int SkipBlanks(int place)
    {
        while (place < _text.Length && _text[place] == ' ' && _delimiter != ' ') place++;
        return place;
    }

    // A single quote behind a delimiter, in the first part of a line, opens a field: inside a field it would be doubled.
    private readonly bool BeginsRow(int line, int quote) => quote == line
        ? _beginsQuoted
        : quote - line is > 1 and <= Reach && _text[quote - 1] == _delimiter && _text[line..(quote - 1)].IndexOf(_delimiter) < 0;

    private readonly bool LooksLikeRows(int place)
    {
        int lines = 0, rows = 0;
        foreach (var line in _text[place..].EnumerateLines())
        {
            if (line.IsWhiteSpace()) continue;
            lines++;
            if (line[..Math.Min(line.Length, Reach)].Contains(_delimiter)) rows++;
        }

        return rows > lines / 2;
    }
}
