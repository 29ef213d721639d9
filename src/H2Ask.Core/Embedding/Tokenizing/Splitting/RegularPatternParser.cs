using System.Globalization;
using System.Text;

namespace H2Ask.Core.Embedding.Tokenizing.Splitting;

/// <summary>Reads the regular expressions that <see cref="RegularPattern"/> knows, and refuses every other.</summary>
internal sealed class RegularPatternParser
{
    private const int MostBounded = 64, MostSets = 16;

    /// <summary>In so many ways the sets of an alternative before its last may share a text out among them: each may be tried at each place of a text.</summary>
    private const int MostWays = 256;

    private readonly string _expression;
    private int _at;

    private RegularPatternParser(string expression) => _expression = expression;

    private bool IsAtEnd => _at == _expression.Length;

    /// <summary>Reads an expression.</summary>
    /// <exception cref="FormatException">The expression is not of the kind; the message says what in it is not.</exception>
    public static Pattern Parse(string expression)
    {
        var parser = new RegularPatternParser(expression);
        var alternatives = new List<List<RepeatedSet>> { parser.ReadAlternative() };
        while (!parser.IsAtEnd)
        {
            parser._at++;
            alternatives.Add(parser.ReadAlternative());
        }

        return new RegularPattern(alternatives);
    }

    private List<RepeatedSet> ReadAlternative()
    {
        var row = new List<RepeatedSet>();
        while (!IsAtEnd && _expression[_at] != '|')
        {
            if (row.Count == MostSets) throw new FormatException($"more than {MostSets} characters in a row");
            if (row.Count > 0 && row[^1].Most == RepeatedSet.Unbounded) throw new FormatException("a repetition without bound that is not the last of its alternative");
            row.Add(ReadRepetition(ReadSet()));
        }

        if (row.TrueForAll(set => set.Least == 0)) throw new FormatException("an alternative that matches nothing at all");
        if (row.SkipLast(1).Aggregate(1.0, (ways, set) => ways * (set.Most - set.Least + 1)) > MostWays) throw new FormatException($"an alternative that can match in more than {MostWays} ways");
        return row;
    }

    private RepeatedSet ReadSet()
    {
        switch (_expression[_at])
        {
            case '[':
                _at++;
                return ReadBrackets();
            case '.':
                _at++;
                return new RepeatedSet([codePoint => codePoint == '\n'], IsNegated: true);
            case '\\':
                return new RepeatedSet([ReadEscape(out _)], IsNegated: false);
            case var c when "^$()*+?{}]".Contains(c, StringComparison.Ordinal):
                throw new FormatException($"“{c}” at character {_at + 1}");
            default:
                var character = ReadCharacter();
                return new RepeatedSet([codePoint => codePoint == character], IsNegated: false);
        }
    }

    private RepeatedSet ReadRepetition(RepeatedSet set)
    {
        if (IsAtEnd) return set;
        var repeated = _expression[_at] switch
        {
            '?' => set with { Least = 0 },
            '*' => set with { Least = 0, Most = RepeatedSet.Unbounded },
            '+' => set with { Most = RepeatedSet.Unbounded },
            '{' => ReadCounts(set),
            _ => null,
        };
        if (repeated is null) return set;
        _at++;
        if (!IsAtEnd && "?*+{".Contains(_expression[_at], StringComparison.Ordinal)) throw new FormatException($"a second repetition at character {_at + 1}");
        return repeated;
    }

    /// <summary>Reads <c>{2}</c>, <c>{2,}</c> or <c>{2,4}</c> up to the closing brace.</summary>
    private RepeatedSet ReadCounts(RepeatedSet set)
    {
        var start = _at + 1;
        var close = _expression.IndexOf('}', start);
        var counts = close < 0 ? [] : _expression[start..close].Split(',');
        if (counts.Length is not (1 or 2) || !TryCount(counts[0], out var least)) throw new FormatException($"“{{” at character {start}");
        var most = least;
        if (counts.Length == 2 && counts[1].Length == 0) most = RepeatedSet.Unbounded;
        else if (counts.Length == 2 && !TryCount(counts[1], out most)) throw new FormatException($"“{{” at character {start}");
        if (most < least || most == 0) throw new FormatException($"a repetition of no length at character {start}");
        _at = close;
        return set with { Least = least, Most = most };
    }

    private static bool TryCount(string digits, out int count) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out count) && count <= MostBounded;

    private RepeatedSet ReadBrackets()
    {
        var isNegated = !IsAtEnd && _expression[_at] == '^';
        if (isNegated) _at++;
        var parts = new List<Predicate<int>>();
        while (!IsAtEnd && _expression[_at] != ']') parts.Add(ReadPart());
        if (IsAtEnd || parts.Count == 0) throw new FormatException("brackets without content or end");
        _at++;
        return new RepeatedSet(parts, isNegated);
    }

    private Predicate<int> ReadPart()
    {
        var (single, first) = ReadMember();
        var isRange = single >= 0 && _at + 1 < _expression.Length && _expression[_at] == '-' && _expression[_at + 1] != ']';
        if (!isRange) return first;
        _at++;
        var (last, _) = ReadMember();
        if (last < single) throw new FormatException($"a range in the wrong order before character {_at + 1}");
        return codePoint => codePoint >= single && codePoint <= last;
    }

    /// <summary>One character or class within brackets; of a class the character is -1.</summary>
    private (int Single, Predicate<int> Matches) ReadMember()
    {
        if (_expression[_at] == '\\')
        {
            var matches = ReadEscape(out var escaped);
            return (escaped, matches);
        }

        if (_expression[_at] == '[' || _expression.AsSpan(_at).StartsWith("&&")) throw new FormatException($"a set within a set at character {_at + 1}");
        var character = ReadCharacter();
        return (character, codePoint => codePoint == character);
    }

    private int ReadCharacter()
    {
        var character = CodePoints.At(_expression, _at, out var length);
        _at += length;
        return character;
    }

    /// <summary>Reads an escape; <paramref name="single"/> is the character it stands for, -1 where it stands for a class.</summary>
    private Predicate<int> ReadEscape(out int single)
    {
        _at++;
        if (IsAtEnd) throw new FormatException("“\\” at the end");
        var c = _expression[_at++];
        single = -1;
        switch (c)
        {
            case 's': return codePoint => CharacterTable.Is(codePoint, CharacterKinds.Whitespace);
            case 'S': return codePoint => !CharacterTable.Is(codePoint, CharacterKinds.Whitespace);
            case 'd': return codePoint => CharUnicodeInfo.GetUnicodeCategory(codePoint) == UnicodeCategory.DecimalDigitNumber;
            case 'D': return codePoint => CharUnicodeInfo.GetUnicodeCategory(codePoint) != UnicodeCategory.DecimalDigitNumber;
            case 'w': return IsOfWords;
            case 'W': return codePoint => !IsOfWords(codePoint);
            case 'p' or 'P': return ReadCategory(isNegated: c == 'P');
        }

        var character = c switch
        {
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            'f' => '\f',
            'v' => '\v',
            'x' => _expression.AsSpan(_at).StartsWith("{") ? ReadHex(_expression.IndexOf('}', _at) - _at - 1, inBraces: true) : ReadHex(2, inBraces: false),
            'u' => ReadHex(4, inBraces: false),
            _ when char.IsAscii(c) && !char.IsAsciiLetterOrDigit(c) => c,
            _ => throw new FormatException($"“\\{c}”"),
        };
        single = character;
        return codePoint => codePoint == character;
    }

    /// <summary>What the library's regular expressions call a word: the joiners are not of it, though they are where it splits words by itself.</summary>
    private static bool IsOfWords(int codePoint) =>
        !CharacterTable.Is(codePoint, CharacterKinds.Whitespace | CharacterKinds.Symbol) && codePoint is not (0x200C or 0x200D);

    private int ReadHex(int length, bool inBraces)
    {
        var start = inBraces ? _at + 1 : _at;
        var code = 0;
        var isCode = length is >= 1 and <= 6 && start + length <= _expression.Length
            && int.TryParse(_expression.AsSpan(start, length), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out code) && Rune.IsValid(code);
        if (!isCode) throw new FormatException($"a code that is none at character {_at + 1}");
        _at = start + length + (inBraces ? 1 : 0);
        return code;
    }

    /// <summary>Reads <c>{L}</c> or <c>{Lu}</c>: a general category.</summary>
    private Predicate<int> ReadCategory(bool isNegated)
    {
        var close = _expression.IndexOf('}', _at);
        var name = close > _at && _expression[_at] == '{' ? _expression[(_at + 1)..close] : "";
        if (name.StartsWith('^')) (name, isNegated) = (name[1..], !isNegated);
        var categories = Enumerable.Range(0, CategoryNames.Length).Where(i => name.Length > 0 && CategoryNames[i].StartsWith(name, StringComparison.Ordinal)).ToHashSet();
        if (categories.Count == 0) throw new FormatException($"the class “{name}” at character {_at + 1}");
        _at = close + 1;
        return codePoint => categories.Contains((int)CharUnicodeInfo.GetUnicodeCategory(codePoint)) != isNegated;
    }

    /// <summary>The short names of the general categories, in the order of <see cref="UnicodeCategory"/>.</summary>
    private static readonly string[] CategoryNames =
    [
        "Lu", "Ll", "Lt", "Lm", "Lo", "Mn", "Mc", "Me", "Nd", "Nl", "No", "Zs", "Zl", "Zp", "Cc", "Cf", "Cs", "Co",
        "Pc", "Pd", "Ps", "Pe", "Pi", "Pf", "Po", "Sm", "Sc", "Sk", "So", "Cn",
    ];
}
