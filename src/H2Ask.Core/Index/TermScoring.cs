using System.Runtime.CompilerServices;

namespace H2Ask.Core.Index;

/// <summary>
/// The part of BM25F that does not depend on the question: what the counts of a term in a passage are worth, given the passage's lengths.
/// The writer takes the maxima of blocks with it and the reader the scores, so that both agree to the last bit.
/// </summary>
internal sealed class TermScoring
{
    private const int LengthCodes = 256;

    private readonly float _saturation;
    private readonly FieldWorths[] _worths;
    private readonly FieldWorths[] _norms = new FieldWorths[LengthCodes];

    /// <summary>Prepares the tables; <paramref name="counts"/> gives the counts that each code stands for.</summary>
    public TermScoring(LexicalWeights weights, FieldWorths averages, ReadOnlySpan<ushort> counts)
    {
        _saturation = weights.Saturation;
        _worths = new FieldWorths[counts.Length];
        for (var code = 0; code < counts.Length; code++)
        {
            _worths[code] = new FieldWorths(
                weights.Body * FieldCounts.Body(counts[code]), weights.Title * FieldCounts.Title(counts[code]), weights.Section * FieldCounts.Section(counts[code]));
        }

        for (var code = 0; code < LengthCodes; code++)
        {
            var length = LengthCode.Decode((byte)code);
            _norms[code] = new FieldWorths(
                Norm(length, averages.Body, weights.BodyLength), Norm(length, averages.Title, weights.TitleLength), Norm(length, averages.Section, weights.SectionLength));
        }
    }

    /// <summary>How many codes there are.</summary>
    public int Codes => _worths.Length;

    /// <summary>What the counts are worth, between 0 and 1 + saturation.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public float Worth(int code, FieldLengths lengths)
    {
        var fields = InFields(code, lengths);
        return Saturate(fields.Body + fields.Title + fields.Section);
    }

    /// <summary>What the counts are worth in each field alone.</summary>
    public FieldWorths WorthByField(int code, FieldLengths lengths)
    {
        var fields = InFields(code, lengths);
        return new FieldWorths(Saturate(fields.Body), Saturate(fields.Title), Saturate(fields.Section));
    }

    private static float Norm(int length, float average, float strength) => 1 / (1 - strength + (strength * length / Math.Max(average, 1)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private FieldWorths InFields(int code, FieldLengths lengths)
    {
        ref readonly var worths = ref _worths[code];
        return new FieldWorths(worths.Body * _norms[lengths.Body].Body, worths.Title * _norms[lengths.Title].Title, worths.Section * _norms[lengths.Section].Section);
    }

    private float Saturate(float worth) => worth * (_saturation + 1) / (worth + _saturation);
}
