using System.Buffers;
using H2Ask.Core.Corpus.Cleaning;
using H2Ask.Core.Corpus.Structure;
using H2Ask.Core.Text;

namespace H2Ask.Core.Corpus.Passages;

/// <summary>Cuts a clean text into atoms, at its headings, items, lines and sentences.</summary>
internal sealed class AtomReader
{
    /// <summary>A line this short that ends without a mark is a heading without a number, or a caption.</summary>
    private const int LongestBareHeading = 30;

    private static readonly SearchValues<char> WeakBreaks = SearchValues.Create("、，；,\t ");

    private readonly string _text;
    private readonly List<Heading> _headings;
    private readonly List<TableRow> _rows;
    private readonly IReadOnlyList<TextSpan> _titles;
    private readonly int _maximum;
    private readonly List<Atom> _atoms = [];
    private int _nextHeading;
    private Heading? _item;
    private bool _afterGap;

    private AtomReader(string text, List<Heading> headings, List<TableRow> rows, IReadOnlyList<TextSpan> titles, int maximum)
    {
        (_text, _headings, _rows, _titles, _maximum) = (text, headings, rows, titles, maximum);
    }

    public static List<Atom> Read(string text, List<Heading> headings, List<TableRow> rows, IReadOnlyList<TextSpan> titles, int maximum)
    {
        var reader = new AtomReader(text, headings, rows, titles, maximum);
        reader.ReadLines();
        return reader._atoms;
    }

    private void ReadLines()
    {
        var nextRow = 0;
        for (var start = 0; start < _text.Length;)
        {
            if (nextRow < _rows.Count && _rows[nextRow].Span.Start == start)
            {
                var row = _rows[nextRow++];
                MoveTo(start);
                AddPieces(row.Span.Start, row.Span.End, BreakKind.Paragraph, row.IsHead, row);
                start = row.Span.End;
            }
            else
            {
                var end = MarkFit.LineEnd(_text, start);
                if (end > start) ReadLine(start, end);
                start = end;
            }

            if (start < _text.Length && _text[start] == CleanText.Gap) _afterGap = true;
            start++;
        }
    }

    private void ReadLine(int start, int end)
    {
        var bare = !(_nextHeading < _headings.Count && _headings[_nextHeading].Start == start) && IsBareHeading(start, end);
        for (var at = start; at < end;)
        {
            MoveTo(at);
            var stop = end;
            if (_nextHeading < _headings.Count) stop = Math.Min(stop, _headings[_nextHeading].Start);
            var titleEnd = TitleEndAt(at);
            if (titleEnd > at) stop = Math.Min(stop, titleEnd);
            AddSentences(at, stop, bare || titleEnd > at);
            at = stop;
        }
    }

    /// <summary>Where the title ends that covers the place: a document's title or a heading's; 0 where there is none.</summary>
    private int TitleEndAt(int at)
    {
        foreach (var title in _titles)
        {
            if (at >= title.Start && at < title.End) return title.End;
        }

        if (_item is not { IsSection: true } heading || heading.Start != at) return 0;
        var titleEnd = heading.Kind is NumberKind.Named ? heading.TextStart : heading.TitleEnd;
        // A heading with nothing under it says what it has to say itself.
        if (titleEnd <= heading.TextStart - (heading.Kind is NumberKind.Named ? 1 : 0) || heading.End <= titleEnd + 1) return 0;
        // A full stop or colon behind a run-in title belongs to it.
        return titleEnd < _text.Length && (Characters.IsSentenceEnd(_text[titleEnd]) || _text[titleEnd] is '：' or ':') ? titleEnd + 1 : titleEnd;
    }

    private void MoveTo(int at)
    {
        while (_nextHeading < _headings.Count && _headings[_nextHeading].Start <= at) _item = _headings[_nextHeading++];
        while (_item is not null && _item.End <= at) _item = _item.Parent;
    }

    /// <summary>Whether a line is short and ends without a mark, and what it heads comes after it, if need be behind one more such line.</summary>
    private bool IsBareHeading(int start, int end)
    {
        for (var lines = 0; lines < 3; lines++)
        {
            if (end >= _text.Length || _text[end] == CleanText.Gap) return false;
            if (!IsBare(start, end)) return lines > 0;
            start = end + 1;
            end = MarkFit.LineEnd(_text, start);
        }

        return false;
    }

    private bool IsBare(int start, int end)
    {
        if (end - start > LongestBareHeading || end == start || _text.AsSpan(start, end - start).Contains('\t')) return false;
        var last = _text[end - 1];
        return !Characters.IsSentenceEnd(last) && last is not ('，' or '、' or ',' or '.' or '：' or ':') && !NumberMark.TryRead(_text, start, out _);
    }

    private void AddSentences(int start, int end, bool lead)
    {
        var kind = start == 0 || _text[start - 1] is '\n' or CleanText.Gap || _item?.Start == start ? BreakKind.Paragraph : BreakKind.Sentence;
        foreach (var sentence in Sentences.In(_text.AsSpan(start, end - start)))
        {
            var span = sentence.Shift(start);
            AddPieces(span.Start, span.End, kind, lead, row: null);
            kind = _text[span.End - 1] is '；' or ';' ? BreakKind.Series : BreakKind.Sentence;
        }
    }

    /// <summary>Adds a sentence whole, or where it is too long its clauses, the members of its series, or at last stretches of it.</summary>
    private void AddPieces(int start, int end, BreakKind kind, bool lead, TableRow? row)
    {
        while (start < end && Characters.IsBlank(_text[start])) start++;
        while (end > start && Characters.IsBlank(_text[end - 1])) end--;
        if (end == start) return;
        if (end - start <= _maximum)
        {
            Add(start, end, kind, lead, row);
            return;
        }

        foreach (var clause in Sentences.Clauses(_text.AsSpan(start, end - start)))
        {
            AddStretches(start + clause.Start, start + clause.End, kind, row);
            kind = BreakKind.Clause;
        }
    }

    private void AddStretches(int start, int end, BreakKind kind, TableRow? row)
    {
        while (end - start > _maximum)
        {
            var cut = _text.AsSpan(start, _maximum).LastIndexOfAny(WeakBreaks) + 1;
            if (cut < _maximum / 2) cut = char.IsHighSurrogate(_text[start + _maximum - 1]) ? _maximum - 1 : _maximum;
            Add(start, start + cut, kind, lead: false, row);
            start += cut;
            kind = BreakKind.Clause;
        }

        if (end > start) Add(start, end, kind, lead: false, row);
    }

    private void Add(int start, int end, BreakKind kind, bool lead, TableRow? row)
    {
        _atoms.Add(new Atom(start, end, _item, kind, lead, _afterGap, row));
        _afterGap = false;
    }
}
