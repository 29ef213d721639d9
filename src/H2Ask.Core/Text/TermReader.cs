namespace H2Ask.Core.Text;

/// <summary>
/// Reads the terms of a text for lexical search, one after the other and without allocating: each Chinese character,
/// each pair of neighbouring ones, each Latin word, each number. Widths and case do not matter.
/// </summary>
internal ref struct TermReader
{
    private readonly ReadOnlySpan<char> _text;
    private int _position;
    private char _previous;
    private bool _pairIsDue;

    /// <summary>Begins at the start of a text.</summary>
    public TermReader(ReadOnlySpan<char> text) => _text = text;

    /// <summary>The term just read, as a number that stands for it.</summary>
    public ulong Current { get; private set; }

    /// <summary>Reads the next term; false at the end of the text.</summary>
    public bool Read()
    {
        while (_position < _text.Length)
        {
            var letter = Fold(_text[_position]);
            if (Characters.IsHan(letter))
            {
                if (_pairIsDue)
                {
                    Current = ((ulong)_previous << 16) | letter;
                    _pairIsDue = false;
                    return true;
                }

                Current = letter;
                _previous = letter;
                _position++;
                _pairIsDue = _position < _text.Length && Characters.IsHan(Fold(_text[_position]));
                return true;
            }

            _pairIsDue = false;
            if (char.IsAsciiLetter(letter) || char.IsAsciiDigit(letter))
            {
                ReadWord(char.IsAsciiDigit(letter));
                return true;
            }

            _position++;
        }

        return false;
    }

    /// <summary>The half-width, lower-case form of a character.</summary>
    public static char Fold(char letter) =>
        char.ToLowerInvariant(letter is >= '！' and <= '～' ? (char)(letter - 0xFEE0) : letter);

    private void ReadWord(bool isNumber)
    {
        const ulong Seed = 14695981039346656037, Prime = 1099511628211;
        var hash = Seed;
        while (_position < _text.Length)
        {
            var letter = Fold(_text[_position]);
            var belongs = isNumber
                ? char.IsAsciiDigit(letter) || (letter == '.' && _position + 1 < _text.Length && char.IsAsciiDigit(Fold(_text[_position + 1])))
                : char.IsAsciiLetter(letter);
            if (!belongs) break;
            hash = (hash ^ letter) * Prime;
            _position++;
        }

        // The top bit keeps words apart from characters and pairs.
        Current = hash | (1UL << 63);
    }
}
