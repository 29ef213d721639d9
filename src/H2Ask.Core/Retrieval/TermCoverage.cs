using H2Ask.Core.Index;
using H2Ask.Core.Text;

namespace H2Ask.Core.Retrieval;

/// <summary>
/// Tells which terms of a question a text holds, as a set of bits, and what share of the question's weight they are. Characters alone
/// say too little to count.
/// </summary>
internal sealed class TermCoverage
{
    private const int MostTerms = 64;

    private readonly Dictionary<ulong, ulong> _bits = [];
    private readonly float[] _weights;

    /// <summary>Takes the terms of a question that weigh most.</summary>
    public TermCoverage(IPassageIndex index, string question)
    {
        var terms = new Dictionary<ulong, bool>();
        var reader = new TermReader(question);
        while (reader.Read())
        {
            if (!TermReader.IsCharacter(reader.Current)) terms[reader.Current] = reader.Span.Of(question).ContainsAnyInRange('0', '9');
        }

        var kept = terms.OrderByDescending(term => index.Weight(term.Key)).Take(MostTerms).ToArray();
        _weights = Array.ConvertAll(kept, term => index.Weight(term.Key));
        for (var i = 0; i < kept.Length; i++)
        {
            _bits.Add(kept[i].Key, 1UL << i);
            if (kept[i].Value) Numbers |= 1UL << i;
        }

        Total = Weight(ulong.MaxValue);
    }

    /// <summary>The terms that are numbers.</summary>
    public ulong Numbers { get; }

    /// <summary>What all terms weigh.</summary>
    public float Total { get; }

    /// <summary>The terms of the question that a text holds.</summary>
    public ulong In(ReadOnlySpan<char> text)
    {
        var found = 0UL;
        var reader = new TermReader(text);
        while (reader.Read())
        {
            if (_bits.TryGetValue(reader.Current, out var bit)) found |= bit;
        }

        return found;
    }

    /// <summary>What share of the question's weight some of its terms are, from 0 to 1.</summary>
    public float Share(ulong terms) => Share(terms, ulong.MaxValue);

    /// <summary>What share some terms are of others, by weight; 0 where there are no others.</summary>
    public float Share(ulong terms, ulong of)
    {
        var whole = of == ulong.MaxValue ? Total : Weight(of);
        return whole > 0 ? Weight(terms & of) / whole : 0;
    }

    /// <summary>What each term weighs among some texts: the fewer of them hold it, the more.</summary>
    public float[] WeightsAmong(IReadOnlyCollection<ulong> texts)
    {
        var weights = new float[_weights.Length];
        for (var i = 0; i < weights.Length; i++)
        {
            var holding = texts.Count(terms => (terms & (1UL << i)) != 0);
            if (holding > 0) weights[i] = MathF.Log(1 + ((texts.Count - holding + 0.5f) / (holding + 0.5f)));
        }

        return weights;
    }

    /// <summary>What share some terms are of all by other weights.</summary>
    public static float Share(ulong terms, float[] weights)
    {
        var (sum, whole) = (0f, 0f);
        for (var i = 0; i < weights.Length; i++)
        {
            whole += weights[i];
            if ((terms & (1UL << i)) != 0) sum += weights[i];
        }

        return whole > 0 ? sum / whole : 0;
    }

    /// <summary>What the rarest term that is missing weighs, beside the rarest of all.</summary>
    public float RarestMissing(ulong terms)
    {
        for (var i = 0; i < _weights.Length; i++)
        {
            if ((terms & (1UL << i)) == 0) return _weights[0] > 0 ? _weights[i] / _weights[0] : 0;
        }

        return 0;
    }

    private float Weight(ulong terms)
    {
        var sum = 0f;
        for (var i = 0; i < _weights.Length; i++)
        {
            if ((terms & (1UL << i)) != 0) sum += _weights[i];
        }

        return sum;
    }
}
