using System.Buffers;
using H2Ask.Core.Corpus.Cleaning;
using H2Ask.Core.Text;

namespace H2Ask.Core.Corpus.Structure;

/// <summary>
/// Chooses among the number marks of a document those that head or itemise, by their sequence: a number counts where it continues or begins its row,
/// and nests under the coarser numbers that are open.
/// </summary>
internal sealed class OutlineReader
{
    /// <summary>A title that runs into its text or the next heading is no longer than this.</summary>
    private const int LongestGluedTitle = 40;

    private static readonly SearchValues<char> SentenceMarks = SearchValues.Create("。；：！？\n");
    private static readonly SearchValues<char> BeforeCount = SearchValues.Create("周期大附件表图星第初约为近超达");

    private readonly CleanText _clean;
    private readonly string _text;
    private readonly List<Heading> _found = [];
    private readonly List<Heading> _open = [];
    private readonly double[] _ranks = [-2, 100, 1, 2, 3, 3.5, 4, 4.2, 5, 6, 7, 8, 9, 10, -1];
    private readonly bool[] _seen = new bool[Enum.GetValues<NumberKind>().Length];
    private int _lastArticle;
    private int _lastNamedAnnex;

    private OutlineReader(CleanText clean)
    {
        _clean = clean;
        _text = clean.Text;
    }

    /// <summary>Reads the headings and items of a clean text in their order.</summary>
    /// <param name="clean">The text.</param>
    /// <param name="titles">Where no number heads anything: the document's own titles.</param>
    /// <param name="boundaries">Places in it where a title begins or ends: numbering begins anew at the first, text at the second.</param>
    /// <param name="marked">Headings that the file's format tells: their places and levels.</param>
    public static List<Heading> Read(
        CleanText clean, IReadOnlyList<TextSpan> titles, IReadOnlyList<int> boundaries, IReadOnlyList<(TextSpan Span, int Level)> marked)
    {
        var reader = new OutlineReader(clean);
        var marks = NumberMarkScanner.Scan(clean.Text, boundaries);
        marks.RemoveAll(found => titles.Any(title => found.Mark.Start >= title.Start && found.Mark.Start < title.End));
        reader.Resolve(marks, boundaries, marked);
        return reader._found;
    }

    private void Resolve(List<(NumberMark Mark, MarkContext Context)> marks, IReadOnlyList<int> boundaries, IReadOnlyList<(TextSpan Span, int Level)> marked)
    {
        var nextMarked = 0;
        var restart = boundaries.Count > 0 ? boundaries[0] : 0;
        for (var i = 0; i < marks.Count; i++)
        {
            var (mark, context) = marks[i];
            if (restart > 0 && mark.Start >= restart)
            {
                _open.Clear();
                Array.Clear(_seen);
                _lastArticle = 0;
                restart = 0;
            }

            while (nextMarked < marked.Count && marked[nextMarked].Span.Start < mark.Start) OpenMarked(marked[nextMarked++], mark.Start);
            var level = 0;
            if (nextMarked < marked.Count && marked[nextMarked].Span.Start == mark.Start) level = marked[nextMarked].Level;
            if (!MarkFit.Follows(_clean, mark, context) || (level == 0 && !IsNext(mark, context, marks, i))) continue;
            if (NamesAnnex(mark)) continue;
            if (level > 0) nextMarked++;
            Open(mark, context, level);
        }

        while (nextMarked < marked.Count) OpenMarked(marked[nextMarked++], _text.Length);
    }

    /// <summary>附件：1.… 2.… at the end of a letter names its annexes and heads nothing.</summary>
    private bool NamesAnnex(NumberMark mark)
    {
        var before = _text.AsSpan(0, mark.Start).TrimEnd('\n');
        var isFirst = before.EndsWith("附件：") || before.EndsWith("附件:");
        if (mark.Kind != NumberKind.Decimal || !(isFirst || (_lastNamedAnnex > 0 && mark.Number == _lastNamedAnnex + 1)))
        {
            _lastNamedAnnex = 0;
            return false;
        }

        _lastNamedAnnex = mark.Number;
        return true;
    }

    private bool IsNext(NumberMark mark, MarkContext context, List<(NumberMark Mark, MarkContext Context)> marks, int index)
    {
        var before = mark.Kind == NumberKind.Article ? _lastArticle : OpenOf(mark)?.Number ?? 0;
        var (begins, continues) = (mark.Number <= 1, before > 0 && mark.Number == before + 1);
        if (mark.Kind == NumberKind.Article && before == 0 && begins) continues = false;
        switch (context)
        {
            case MarkContext.LineStart:
                return mark.Kind != NumberKind.Path || IsPathHeading(mark, marks, index);
            case MarkContext.AfterSentence:
                if (begins || continues) return true;
                var ahead = mark.Number - before;
                return mark.Kind switch
                {
                    NumberKind.Decimal => before == 0 ? mark.Number <= 20 : ahead is > 0 and <= 3,
                    NumberKind.Enumerated => before == 0 || ahead is > 0 and <= 3,
                    NumberKind.Article => before == 0 || ahead is > 0 and <= 30,
                    NumberKind.Bracketed => before == 0 || ahead > 0,
                    _ => true,
                };
            case MarkContext.AfterCloser:
                return MarkFit.Precedes(_text, mark) && (continues || (begins && FollowsTitle(mark.Start, LongestGluedTitle)));
            default:
                return MarkFit.Precedes(_text, mark) && (continues ? FitsGlued(mark) : begins && FollowsTitle(mark.Start, LongestGluedTitle) && NestsInLast(mark));
        }
    }

    /// <summary>Whether a number that is glued to the word before it continues its row plausibly.</summary>
    private bool FitsGlued(NumberMark mark)
    {
        switch (mark.Kind)
        {
            case NumberKind.Bracketed or NumberKind.BracketedDecimal or NumberKind.Circled:
                return true;
            case NumberKind.Chapter or NumberKind.Section or NumberKind.Part or NumberKind.Article:
                return FollowsTitle(mark.Start, LongestGluedTitle) || MarkFit.HasBlankAfter(_clean, mark);
            case NumberKind.Decimal:
                return Characters.IsHan(_text[mark.End]) && (FollowsTitle(mark.Start, LongestGluedTitle * 2) || HasRunInTitle(mark));
            default:
                return FollowsTitle(mark.Start, LongestGluedTitle) || (!BeforeCount.Contains(_text[mark.Start - 1]) && Characters.IsHan(_text[mark.End]));
        }
    }

    /// <summary>7.1.4 heads where it continues its row, or its line is short; 7 alone where 7.1 comes next.</summary>
    private bool IsPathHeading(NumberMark mark, List<(NumberMark Mark, MarkContext Context)> marks, int index)
    {
        var lineLength = MarkFit.LineEnd(_text, mark.End) - mark.End;
        if (mark.Depth > 1)
        {
            var before = OpenOf(mark);
            return lineLength <= LongestGluedTitle * 2 || (before is not null && mark.Number == before.Number + 1);
        }

        if (lineLength > LongestGluedTitle) return false;
        var next = index + 1 < marks.Count ? marks[index + 1].Mark : default;
        return next is { Kind: NumberKind.Path, Depth: 2 } && next.Parent == mark.Number;
    }

    /// <summary>Whether between the heading before and the place there is nothing but a title.</summary>
    private bool FollowsTitle(int place, int longest)
    {
        if (_found.Count == 0) return false;
        var last = _found[^1];
        return place > last.TextStart && place - last.TextStart <= longest && !HasSentenceMark(last.TextStart, place);
    }

    /// <summary>4.新能源。围绕…: the text behind the number begins with a short sentence without a comma.</summary>
    private bool HasRunInTitle(NumberMark mark)
    {
        if (BeforeCount.Contains(_text[mark.Start - 1])) return false;
        var text = _text.AsSpan(mark.End, Math.Min(LongestGluedTitle, _text.Length - mark.End));
        var stop = text.IndexOfAny(SentenceMarks);
        return stop > 1 && text[stop] is '。' or '：' && !text[..stop].Contains('，');
    }

    private bool NestsInLast(NumberMark mark) => _found.Count > 0 && (_ranks[(int)mark.Kind] > _found[^1].Rank || !_seen[(int)mark.Kind]);

    private bool HasSentenceMark(int start, int end) => _text.AsSpan(start, end - start).ContainsAny(SentenceMarks);

    private Heading? OpenOf(NumberMark mark)
    {
        for (var i = _open.Count - 1; i >= 0; i--)
        {
            var open = _open[i];
            if (open.Kind == mark.Kind && (mark.Kind != NumberKind.Path || (open.PathDepth == mark.Depth && open.PathParent == mark.Parent))) return open;
        }

        return null;
    }

    private void Open(NumberMark mark, MarkContext context, int level)
    {
        var floor = LeaveBox(mark);
        var rank = RankOf(mark, floor);
        Push(floor, new Heading
        {
            Kind = mark.Kind,
            Number = mark.Number,
            PathParent = mark.Parent,
            PathDepth = mark.Depth,
            Start = mark.Start,
            TextStart = mark.End,
            OpensLine = context == MarkContext.LineStart,
            MarkLevel = level,
            Rank = rank,
        });
        if (mark.Kind == NumberKind.Article) _lastArticle = mark.Number;
        _seen[(int)mark.Kind] = true;
    }

    private void OpenMarked((TextSpan Span, int Level) marked, int before)
    {
        if (marked.Span.Length <= 0 || marked.Span.Start >= before || (_found.Count > 0 && _found[^1].Start >= marked.Span.Start)) return;
        while (_open.Count > 0 && (_open[^1].MarkLevel == 0 || _open[^1].MarkLevel >= marked.Level)) _open.RemoveAt(_open.Count - 1);
        Push(0, new Heading
        {
            Kind = NumberKind.Marked,
            Start = marked.Span.Start,
            TextStart = marked.Span.Start,
            MarkEnd = marked.Span.End,
            MarkLevel = marked.Level,
            OpensLine = true,
            Rank = (_open.Count > 0 ? _open[^1].Rank : -1) + (0.001 * marked.Level),
        });
    }

    private void Push(int floor, Heading heading)
    {
        while (_open.Count > floor && _open[^1].Rank >= heading.Rank) _open.RemoveAt(_open.Count - 1);
        heading.Parent = _open.Count > 0 ? _open[^1] : null;
        _open.Add(heading);
        _found.Add(heading);
    }

    /// <summary>A box keeps the numbers inside it apart from those around it; it ends where an outer row goes on.</summary>
    /// <returns>How many open headings stay open whatever the rank: those up to the box.</returns>
    private int LeaveBox(NumberMark mark)
    {
        var box = _open.FindLastIndex(heading => heading.Kind == NumberKind.Box);
        if (box < 0) return 0;
        var inside = _open.FindLastIndex(heading => heading.Kind == mark.Kind) is var at && at > box ? _open[at].Number : 0;
        var outside = _open.FindLastIndex(box, heading => heading.Kind == mark.Kind) is var outer and >= 0 ? _open[outer].Number : 0;
        // No box stands in a box.
        var leaves = mark.Kind is <= NumberKind.Path or NumberKind.Box || (outside > 0 && mark.Number > outside && mark.Number != inside + 1);
        if (!leaves) return box + 1;
        _open.RemoveRange(box, _open.Count - box);
        return 0;
    }

    private double RankOf(NumberMark mark, int floor)
    {
        var kind = (int)mark.Kind;
        if (mark.Kind == NumberKind.Path) return _ranks[kind] + (0.01 * mark.Depth);
        // A kind that first appears under a finer one is finer in this document, as 第一条 under 一、 or （一） under 1.
        if (!_seen[kind] && mark.Number == 1 && _open.Count > floor && mark.Kind >= NumberKind.Article && _open[^1].Kind >= NumberKind.Article
            && _open[^1].Kind != NumberKind.Box && _open[^1].Rank > _ranks[kind])
        {
            _ranks[kind] = _open[^1].Rank + 0.05;
        }

        return _ranks[kind];
    }
}
