using H2Ask.Core.Text;

namespace H2Ask.Core.Corpus.Cleaning;

/// <summary>Writes clean text, keeping each code unit's place in the source.</summary>
internal sealed class CleanWriter
{
    private readonly string _source;
    private readonly StrayPageNumbers _pageNumbers;
    private char[] _text;
    private int[] _places;
    private readonly Dictionary<int, int> _ends = [];
    private int _lineStart;
    private int _pendingSpace = -1;

    public CleanWriter(string source, TextSpan span, StrayPageNumbers pageNumbers)
    {
        _source = source;
        _pageNumbers = pageNumbers;
        _text = new char[span.Length + 1];
        _places = new int[span.Length + 1];
    }

    public int Length { get; private set; }

    /// <summary>The line that is being written.</summary>
    public ReadOnlySpan<char> Line => _text.AsSpan(_lineStart, Length - _lineStart);

    public CleanText ToCleanText(List<TextSpan> asides)
    {
        while (Length > 0 && _text[Length - 1] is '\n' or '\t') Length--;
        Array.Resize(ref _places, Length);
        return new CleanText(new string(_text, 0, Length), _places, _ends, asides);
    }

    /// <summary>Writes a line of the source onto the line that is being written.</summary>
    public void Append(SourceLine line)
    {
        var cells = line.Kind is SourceLineKind.Row or SourceLineKind.MarkedRow;
        var i = line.Start;
        if (!cells) i = SkipLineOrnament(i, line.End);
        else if (_source[i] == '|') i++;
        while (i < line.End)
        {
            var skipped = _pageNumbers.SkipFrom(i);
            if (skipped > i)
            {
                i = skipped;
                continue;
            }

            i = AppendAt(i, line.End, cells);
        }

        _pendingSpace = -1;
    }

    /// <summary>Ends the line that is being written; does nothing where nothing is written yet.</summary>
    public void EndLine(int place)
    {
        _pendingSpace = -1;
        if (Length == _lineStart) return;
        Put('\n', place);
        _lineStart = Length;
    }

    /// <summary>Puts a gap on a line of its own.</summary>
    public void Gap(int place)
    {
        EndLine(place);
        Put(CleanText.Gap, place);
        _lineStart = Length;
    }

    /// <summary>Joins the next line of the source to the one that is being written; a character doubled by the page break is written once.</summary>
    /// <returns>Where to go on reading.</returns>
    public SourceLine Join(SourceLine next)
    {
        if (Length == 0) return next;
        var last = _text[Length - 1];
        var first = _source[next.Start];
        if (last == first && Characters.IsHan(last) && !IsOftenDoubled(last)) return next with { Start = next.Start + 1 };
        if (Characters.IsAsciiWord(last) && char.IsAsciiLetter(first)) _pendingSpace = next.Start - 1;
        return next;
    }

    /// <summary>Words double such characters by themselves: 人人, 层层, 处处, 步步.</summary>
    private static bool IsOftenDoubled(char c) => "人家层处种步日年天个时事件条线点样代方面多少常".Contains(c);

    private int SkipLineOrnament(int i, int end)
    {
        var start = i;
        while (i < end && _source[i] == '#') i++;
        if (i > start && i < end && !Characters.IsSpace(_source[i])) i = start;
        while (i < end && Characters.IsSpace(_source[i])) i++;
        // A bullet says nothing that the line does not; a dash without a blank behind it (——) opens an item of an official text.
        if (i + 1 < end && _source[i] is '-' or '*' or '•' or '·' or '●' && Characters.IsSpace(_source[i + 1])) i++;
        return i;
    }

    private int AppendAt(int i, int end, bool cells)
    {
        var c = _source[i];
        if (Characters.IsInvisible(c)) return i + 1;
        switch (c)
        {
            case '\t' or '|' when cells:
                _pendingSpace = -1;
                Put('\t', i);
                return i + 1;
            case '\t' or '\n' or '\r':
                return i + 1;
            case '*' when i + 1 < end && _source[i + 1] == '*':
                return i + 2;
            case '"' when i + 1 < end && _source[i + 1] == '"':
                Write('"', i, length: 2);
                return i + 2;
            case '<' or '&' when MarkupRemnant.TryRead(_source.AsSpan(i, end - i), out var remnant):
                if (remnant.Shows == '\t' && cells) Put('\t', i);
                else if (remnant.Shows is not '\0' and not '\t') Write(remnant.Shows, i, remnant.Length);
                return i + remnant.Length;
            case '^' or '_' or '\\' or '$' when LatexRemnant.TryRead(_source.AsSpan(i, end - i), out var latex):
                if (latex.Shows != '\0') Write(latex.Shows, i, latex.Length);
                else AppendContent(i, latex);
                return i + latex.Length;
            case '¹' or (>= '\u2070' and <= '\u2079' and not '\u2071') when Length > _lineStart && !Characters.IsAsciiWord(_text[Length - 1]):
                return i + 1; // the mark of a footnote; behind a Latin letter it would be a power
        }

        if (Characters.IsSpace(c))
        {
            if (_pendingSpace < 0) _pendingSpace = i;
            return i + 1;
        }

        Write(Widths.Narrow(c), i);
        return i + 1;
    }

    /// <summary>Writes what a group holds; what is quoted of it begins and ends with the group itself.</summary>
    private void AppendContent(int start, Remnant group)
    {
        var first = Length;
        var end = start + group.ContentEnd;
        for (var i = start + group.ContentStart; i < end;) i = AppendAt(i, end, cells: false);
        if (Length == first) return;
        if (_places[first] < start) first++; // the blank in front of the group
        _places[first] = start;
        _ends[Length - 1] = start + group.Length;
        if (first < Length - 1 && !_ends.ContainsKey(first)) _ends[first] = start + group.ContentStart + 1;
    }

    private void Write(char c, int place, int length = 1)
    {
        if (c == ' ')
        {
            if (_pendingSpace < 0) _pendingSpace = place;
            return;
        }

        if (_pendingSpace >= 0)
        {
            // Blanks part Latin words and figures; between Chinese characters they are an accident of the layout.
            if (Length > _lineStart && IsLatin(_text[Length - 1]) && IsLatin(c)) Put(' ', _pendingSpace);
            _pendingSpace = -1;
        }

        if (length > 1) _ends[Length] = place + length;
        Put(c, place);
    }

    private static bool IsLatin(char c) => c is > ' ' and < '\u0250' and not ('(' or ')' or '"' or '<' or '>');

    private void Put(char c, int place)
    {
        if (Length == _text.Length)
        {
            Array.Resize(ref _text, (_text.Length * 2) + 16);
            Array.Resize(ref _places, _text.Length);
        }

        _text[Length] = c;
        _places[Length++] = place;
    }
}
