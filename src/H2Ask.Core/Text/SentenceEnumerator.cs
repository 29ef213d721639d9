using System.Buffers;

namespace H2Ask.Core.Text;

/// <summary>Walks over the sentences or clauses of a text without allocating.</summary>
internal ref struct SentenceEnumerator
{
    /// <summary>A bracket or quote up to this long is never split.</summary>
    private const int LongestWholeBracket = 120;

    private const string SentenceMarks = "。！？!?；.;\n\r\f\u2028\u2029\u0085“‘「『（(【《〈〔«";

    private static readonly SearchValues<char> Stops = SearchValues.Create(SentenceMarks);
    private static readonly SearchValues<char> ClauseStops = SearchValues.Create(SentenceMarks + "，：,:");

    private readonly ReadOnlySpan<char> _text;
    private readonly bool _clauses;
    private int _next;

    internal SentenceEnumerator(ReadOnlySpan<char> text, bool clauses)
    {
        _text = text;
        _clauses = clauses;
    }

    /// <summary>The place of the sentence in the text.</summary>
    public TextSpan Current { get; private set; }

    /// <summary>The enumerator itself, so that <c>foreach</c> takes it.</summary>
    public readonly SentenceEnumerator GetEnumerator() => this;

    /// <summary>Goes to the next sentence; false after the last.</summary>
    public bool MoveNext()
    {
        while (_next < _text.Length && Characters.IsBlank(_text[_next])) _next++;
        if (_next >= _text.Length) return false;
        var start = _next;
        var end = FindEnd(start);
        _next = end;
        while (end > start + 1 && Characters.IsBlank(_text[end - 1])) end--;
        Current = new TextSpan(start, end);
        return true;
    }

    private readonly int FindEnd(int start)
    {
        var stops = _clauses ? ClauseStops : Stops;
        for (var i = start; i < _text.Length; i++)
        {
            var step = _text[i..].IndexOfAny(stops);
            if (step < 0) return _text.Length;
            i += step;
            var c = _text[i];
            if (c == '\f' || Characters.IsLineEnd(c)) return i;
            if (Characters.CloserOf(c) is var closer and not '\0')
            {
                var close = FindClose(i, c, closer);
                if (close < 0) continue;
                // “…。” ends a sentence where the quote does.
                i = close;
                if (EndsSentence(i - 1)) return AfterClosers(i + 1);
            }
            else if (EndsSentence(i) || (_clauses && EndsClause(i)))
            {
                return AfterClosers(i + 1);
            }
        }

        return _text.Length;
    }

    private readonly int FindClose(int open, char opener, char closer)
    {
        var depth = 0;
        var last = Math.Min(_text.Length, open + LongestWholeBracket);
        for (var i = open; i < last; i++)
        {
            var c = _text[i];
            if (Characters.IsLineEnd(c) || c == '\f') return -1;
            if (c == opener) depth++;
            else if ((c == closer || (c == ')' && closer == '）') || (c == '）' && closer == ')')) && --depth <= 0) return i;
        }

        return -1;
    }

    private readonly bool EndsSentence(int i)
    {
        var c = _text[i];
        if (Characters.IsSentenceEnd(c)) return true;
        if (c is not ('.' or ';')) return false;
        // A half-width mark ends a sentence only where Chinese surrounds it: neither 1.5, 1.总则 nor a web address.
        var before = i > 0 ? _text[i - 1] : '\0';
        var after = i + 1 < _text.Length ? _text[i + 1] : '\n';
        return (Characters.IsHan(before) || Characters.IsCloser(before) || (c == ';' && before != '\0'))
            && !(c == '.' ? Characters.IsAsciiWord(after) || after == '.' : char.IsAsciiLetter(after));
    }

    private readonly bool EndsClause(int i)
    {
        var c = _text[i];
        if (c is '，' or '：') return true;
        if (c is not (',' or ':')) return false;
        var after = i + 1 < _text.Length ? _text[i + 1] : '\n';
        var before = i > 0 ? _text[i - 1] : '\0';
        return after != '/' && !(char.IsAsciiDigit(before) && char.IsAsciiDigit(after));
    }

    private readonly int AfterClosers(int i)
    {
        while (i < _text.Length && (Characters.IsCloser(_text[i]) || Characters.IsSentenceEnd(_text[i]))) i++;
        return i;
    }
}
