using System.Runtime.CompilerServices;

namespace H2Ask.Core.Text;

/// <summary>The terms that begin at one place of a text, until they are asked for.</summary>
[InlineArray(Capacity)]
internal struct TermQueue
{
    /// <summary>More never begin at one place: a character, a pair, and a number alone, in full and with its unit.</summary>
    public const int Capacity = 6;

    private (ulong Term, TextSpan Span) _first;
}
