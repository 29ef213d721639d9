namespace H2Ask.Core.Text;

/// <summary>
/// Reads the terms of a text for lexical search, one after the other and without allocating: each Chinese character, each pair of
/// neighbouring ones (over blanks too), each number (alone, times 万 or 亿, and with its unit), each Latin word and what it is
/// joined to, each 文号. Widths, case, and the ways of writing a number do not matter.
/// </summary>
internal ref struct TermReader
{
    private const int ShortestCode = 2;
    private const int LongestCode = 4;
    private const int MostBlanks = 8;

    private readonly ReadOnlySpan<char> _text;
    private TermQueue _due;
    private int _dueCount;
    private int _dueNext;
    private int _position;
    private int _numeralsEnd;
    private int _wordEnd;

    /// <summary>Begins at the start of a text.</summary>
    public TermReader(ReadOnlySpan<char> text) => _text = text;

    /// <summary>The term just read, as a number that stands for it.</summary>
    public ulong Current { get; private set; }

    /// <summary>Where the term just read stands.</summary>
    public TextSpan Span { get; private set; }

    /// <summary>Whether a term is one Chinese character alone, which says next to nothing.</summary>
    public static bool IsCharacter(ulong term) => term <= char.MaxValue;

    /// <summary>Reads the next term; false at the end of the text.</summary>
    public bool Read()
    {
        if (_dueNext == _dueCount)
        {
            _dueNext = _dueCount = 0;
            while (_dueCount == 0 && _position < _text.Length) ReadPlace();
            if (_dueCount == 0) return false;
        }

        (Current, Span) = _due[_dueNext++];
        return true;
    }

    /// <summary>The half-width, lower-case form of a character.</summary>
    public static char Fold(char letter) => letter switch
    {
        < '\u0080' => char.IsAsciiLetterUpper(letter) ? (char)(letter | 0x20) : letter,
        >= '\u3000' and < '！' => letter,
        >= '！' and <= '～' => Fold((char)(letter - 0xFEE0)),
        >= '₀' and <= '₉' => (char)(letter - '₀' + '0'),
        '²' or '³' => (char)(letter - '²' + '2'),
        _ => char.ToLowerInvariant(letter),
    };

    private void ReadPlace()
    {
        var letter = Fold(_text[_position]);
        if (Characters.IsHan(letter))
        {
            ReadHan(letter);
        }
        else if (char.IsAsciiDigit(letter))
        {
            ReadNumber();
        }
        else if (IsWordLetter(letter))
        {
            ReadWord();
        }
        else
        {
            if (IsOpener(letter)) ReadDocumentNumber();
            _position++;
        }
    }

    private void ReadHan(char letter)
    {
        var start = _position++;
        if (start >= _numeralsEnd && ChineseNumeral.IsNumeral(letter)) ReadNumeral(start);
        Add(letter, start, _position);
        var next = SkipBlanks(_position);
        if (next == _text.Length || !Characters.IsHan(_text[next])) return;
        Add(((ulong)letter << 16) | _text[next], start, next + 1);
        _position = next;
    }

    private void ReadNumeral(int start)
    {
        var end = _numeralsEnd = ChineseNumeral.End(_text, start);
        // 三点五 is not 3.
        if (end + 1 < _text.Length && _text[end] == '点' && ChineseNumeral.IsNumeral(_text[end + 1])) return;
        if (end - start < 2 && !IsShare(start)) return;
        var run = _text[start..end];
        var isRead = end < _text.Length && _text[end] == '年' && ChineseNumeral.TryReadYear(run, out var figure) || ChineseNumeral.TryRead(run, out figure);
        if (!isRead) return;
        Add(figure.Term, start, end);
        AddWithUnit(figure, start, end);
    }

    private void ReadNumber()
    {
        var start = _position;
        if (start < _wordEnd)
        {
            ReadDigitsOfWord();
            return;
        }

        var figure = new Figure();
        var hash = TermHash.Seed;
        var points = 0;
        var decimals = 0;
        for (; _position < _text.Length; _position++)
        {
            var letter = Fold(_text[_position]);
            if (char.IsAsciiDigit(letter))
            {
                figure.Add(letter - '0');
                if (points > 0) decimals++;
            }
            else if (letter == '.' && IsDigitAt(_position + 1))
            {
                points++;
            }
            else if (!(letter == ',' && points == 0 && IsThousandsMark(start)))
            {
                break;
            }

            hash = TermHash.Add(hash, letter);
        }

        if (points > 1)
        {
            // 3.2.1 is the number of a section.
            Add(TermHash.Term(hash), start, _position);
            return;
        }

        figure = figure.Times(-decimals);
        Add(figure.Term, start, _position);
        AddTimesMagnitude(figure, start);
    }

    /// <summary>A mark of thousands has three digits behind it, no more, and up to three before it, or another mark.</summary>
    private readonly bool IsThousandsMark(int start)
    {
        var before = _position - start;
        if (before > 3 && Fold(_text[_position - 4]) != ',') return false;
        return IsDigitAt(_position + 1) && IsDigitAt(_position + 2) && IsDigitAt(_position + 3) && !IsDigitAt(_position + 4);
    }

    private void AddTimesMagnitude(Figure figure, int start)
    {
        var end = _position;
        var exponent = 0;
        while (true)
        {
            var next = SkipSpaces(end);
            if (next == _text.Length || !IsMagnitude(next)) break;
            exponent += ChineseNumeral.Exponent(_text[next]);
            end = next + 1;
            if (exponent > 16) break;
        }

        figure = figure.Times(exponent);
        if (exponent > 0) Add(figure.Term, start, end);
        AddWithUnit(figure, start, end);
    }

    /// <summary>千 and 百 are often the beginning of a unit: 千瓦, 百分点.</summary>
    private readonly bool IsMagnitude(int at) => _text[at] switch
    {
        '万' or '亿' => true,
        '百' or '千' => at + 1 < _text.Length && _text[at + 1] is '万' or '亿' or '元',
        _ => false,
    };

    private readonly bool IsShare(int start) => _text[..start].EndsWith("百分之");

    private void AddWithUnit(Figure figure, int start, int end)
    {
        if (IsShare(start))
        {
            Add(figure.With('%'), start, end);
            return;
        }

        var at = SkipSpaces(end);
        if (at == _text.Length) return;
        var unit = Fold(_text[at]);
        if (Characters.IsHan(unit) || unit is '%' or '‰' or '℃' or '㎡') Add(figure.With(unit), start, at + 1);
        else if (char.IsLetter(unit)) AddWithWord(figure, start, at);
    }

    private void AddWithWord(Figure figure, int start, int at)
    {
        var hash = TermHash.Seed;
        for (; at < _text.Length; at++)
        {
            var letter = Fold(_text[at]);
            if (IsWordLetter(letter)) hash = TermHash.Add(hash, letter);
            else if (!(letter is '·' or '•' or '/' && at + 1 < _text.Length && IsWordLetter(Fold(_text[at + 1])))) break;
        }

        Add(figure.With(hash), start, at);
    }

    /// <summary>Reads a word with all that it is joined to (R&amp;D, kW·h, GB/T, CO2); its parts follow where there is more than one.</summary>
    private void ReadWord()
    {
        var start = _position;
        var hash = TermHash.Seed;
        var end = start;
        var isWhole = start >= _wordEnd;
        var hasParts = false;
        for (; end < _text.Length; end++)
        {
            var letter = Fold(_text[end]);
            if (IsWordLetter(letter))
            {
                hash = TermHash.Add(hash, letter);
            }
            else if (isWhole && (char.IsAsciiDigit(letter) || IsJoint(letter, end)))
            {
                hasParts = true;
                if (char.IsAsciiDigit(letter)) hash = TermHash.Add(hash, letter);
            }
            else
            {
                break;
            }
        }

        if (isWhole || end - start > 1) Add(TermHash.Term(hash), start, end);
        if (hasParts) _wordEnd = end;
        else _position = end;
    }

    private void ReadDigitsOfWord()
    {
        var start = _position;
        var figure = new Figure();
        for (; _position < _wordEnd && IsDigitAt(_position); _position++) figure.Add(Fold(_text[_position]) - '0');
        if (_position - start > 1) Add(figure.Term, start, _position);
    }

    private readonly bool IsJoint(char letter, int at)
    {
        if (at + 1 == _text.Length) return false;
        var next = Fold(_text[at + 1]);
        return letter switch
        {
            '.' => char.IsAsciiDigit(next) && IsDigitAt(at - 1),
            '&' or '·' or '•' or '/' or '-' or '_' => IsWordLetter(next) || char.IsAsciiDigit(next),
            _ => false,
        };
    }

    /// <summary>
    /// Reads 国发〔2021〕23号 as one term, at its bracket. Where its letters begin can't be told (关于印发国发〔2021〕23号), so the last two, three and four
    /// of them make a term each: one of them is the number as it is asked for.
    /// </summary>
    private void ReadDocumentNumber()
    {
        var at = SkipSpaces(_position + 1);
        if (!TryHashDigits(ref at, 4, 4, out var year)) return;
        at = SkipSpaces(at);
        if (at == _text.Length || !IsCloser(Fold(_text[at]))) return;
        at = SkipSpaces(at + 1);
        if (at < _text.Length && _text[at] == '第') at = SkipSpaces(at + 1);
        if (!TryHashDigits(ref at, 1, 5, out var number)) return;
        at = SkipSpaces(at);
        if (at == _text.Length || _text[at] != '号') return;

        var hash = TermHash.Add(TermHash.Add(TermHash.Seed, year), number);
        var start = _position - 1;
        while (start >= 0 && _position - start <= MostBlanks && Characters.IsSpace(_text[start])) start--;
        for (var letters = 1; letters <= LongestCode && start >= 0 && Characters.IsHan(_text[start]); letters++, start--)
        {
            hash = TermHash.Add(hash, _text[start]);
            if (letters >= ShortestCode) Add(TermHash.Term(hash), start, at + 1);
        }
    }

    private readonly bool TryHashDigits(ref int at, int least, int most, out ulong hash)
    {
        var start = at;
        hash = TermHash.Seed;
        for (; IsDigitAt(at) && at - start <= most; at++) hash = TermHash.Add(hash, Fold(_text[at]));
        return at - start >= least && at - start <= most;
    }

    private void Add(ulong term, int start, int end) => _due[_dueCount++] = (term, new TextSpan(start, end));

    private readonly int SkipBlanks(int at)
    {
        while (at < _text.Length && Characters.IsBlank(_text[at])) at++;
        return at;
    }

    private readonly int SkipSpaces(int at)
    {
        while (at < _text.Length && Characters.IsSpace(_text[at])) at++;
        return at;
    }

    private readonly bool IsDigitAt(int at) => (uint)at < (uint)_text.Length && char.IsAsciiDigit(Fold(_text[at]));

    private static bool IsWordLetter(char letter) => char.IsAsciiLetter(letter) || (letter >= '\u0080' && char.IsLetter(letter) && !Characters.IsHan(letter));

    private static bool IsOpener(char letter) => letter is '〔' or '[' or '﹝' or '(' or '【' or '﹙' or '〖';

    private static bool IsCloser(char letter) => letter is '〕' or ']' or '﹞' or ')' or '】' or '﹚' or '〗';
}
