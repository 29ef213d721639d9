namespace H2Ask.Core.Text;

/// <summary>
/// A number as terms know it: its digits without the noughts around them, and a power of ten. So 1000, 1,000, 1000.0 and 0.1万 are one,
/// and a number of any length has its place.
/// </summary>
internal struct Figure
{
    private ulong _digits;
    private int _noughts;
    private int _exponent;

    /// <summary>A number without digits yet.</summary>
    public Figure() => _digits = TermHash.Seed;

    /// <summary>The term of the number alone.</summary>
    public readonly ulong Term => TermHash.Term(Hash);

    private readonly ulong Hash => TermHash.Add(TermHash.Add(_digits, 'n'), _digits == TermHash.Seed ? 0 : (uint)(_exponent + _noughts));

    /// <summary>The figure of a whole number.</summary>
    public static Figure Of(long value)
    {
        var figure = new Figure();
        var place = 1L;
        while (value / place >= 10) place *= 10;
        for (; place > 0; place /= 10) figure.Add((int)(value / place % 10));
        return figure;
    }

    /// <summary>Puts a digit behind the others.</summary>
    public void Add(int digit)
    {
        if (digit == 0)
        {
            // Leading noughts count for nothing, those behind only if another digit follows.
            if (_digits != TermHash.Seed) _noughts++;
            return;
        }

        for (; _noughts > 0; _noughts--) _digits = TermHash.Add(_digits, '0');
        _digits = TermHash.Add(_digits, (ulong)('0' + digit));
    }

    /// <summary>The number times a power of ten.</summary>
    public readonly Figure Times(int exponent) => this with { _exponent = _exponent + exponent };

    /// <summary>The term of the number with its unit.</summary>
    public readonly ulong With(ulong unit) => TermHash.Term(TermHash.Add(Hash, unit));
}
