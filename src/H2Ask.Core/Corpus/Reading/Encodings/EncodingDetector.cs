using System.Buffers;
using System.Text;

namespace H2Ask.Core.Corpus.Reading.Encodings;

/// <summary>Tells the encoding of a text by a sample of its bytes.</summary>
internal static class EncodingDetector
{
    /// <summary>How many bytes a sample holds where the text is as long.</summary>
    public const int SampleLength = 64 * 1024;

    // What share of the units must fit an encoding; real texts have some damage.
    private const double Fit = 0.9;
    private const double LeastGb18030Score = 0.6;
    private const double MostDamage = 0.02;

    private static readonly SearchValues<byte> Ascii = SearchValues.Create([.. Enumerable.Range(1, 0x7F).Select(value => (byte)value)]);

    /// <summary>How many bytes from the first on are ASCII, NUL not counted as such.</summary>
    public static int AsciiLength(ReadOnlySpan<byte> bytes) => bytes.IndexOfAnyExcept(Ascii) is >= 0 and var index ? index : bytes.Length;

    /// <summary>The encoding that a byte-order mark names, and how long the mark is.</summary>
    public static (Encoding Encoding, int Length)? ByMark(ReadOnlySpan<byte> start) => start switch
    {
        [0xEF, 0xBB, 0xBF, ..] => (TextEncodings.Utf8, 3),
        [0xFF, 0xFE, ..] => (TextEncodings.Utf16LittleEndian, 2),
        [0xFE, 0xFF, ..] => (TextEncodings.Utf16BigEndian, 2),
        [0x84, 0x31, 0x95, 0x33, ..] => (TextEncodings.Gb18030, 4),
        _ => null,
    };

    /// <summary>UTF-16 without a mark, which must be told at a file's very start; null where it is not that.</summary>
    public static Encoding? Utf16WithoutMark(ReadOnlySpan<byte> sample)
    {
        if (sample.Length < 2 || (!sample.Contains((byte)0) && (Utf8Fit(sample) >= Fit || IsGb18030(sample)))) return null;
        var little = Utf16Fit(sample, bigEndian: false);
        var big = Utf16Fit(sample, bigEndian: true);
        if (Math.Max(little, big) < Fit) return null;
        return little >= big ? TextEncodings.Utf16LittleEndian : TextEncodings.Utf16BigEndian;
    }

    /// <summary>The encoding of a sample that begins with the first character beyond ASCII; null where it is none of those known.</summary>
    public static Encoding? ByStatistics(ReadOnlySpan<byte> sample)
    {
        if (Utf8Fit(sample) >= Fit) return TextEncodings.Utf8;
        if (IsGb18030(sample)) return TextEncodings.Gb18030;
        // A few stray bytes in ASCII are no reason to give up the rest.
        var strange = 0;
        foreach (var value in sample) strange += value >= 0x80 ? 1 : 0;
        return strange <= sample.Length * MostDamage / 2 ? TextEncodings.Utf8 : null;
    }

    /// <summary>The share of well-formed sequences among those that are not ASCII; 1 where all is ASCII. A sequence cut by the end is not counted.</summary>
    private static double Utf8Fit(ReadOnlySpan<byte> sample)
    {
        int good = 0, bad = 0;
        while (true)
        {
            sample = sample[AsciiOrNul(sample)..];
            if (sample.IsEmpty) break;
            var status = Rune.DecodeFromUtf8(sample, out _, out var length);
            if (status == OperationStatus.NeedMoreData) break;
            if (status == OperationStatus.Done) good++;
            else bad++;
            sample = sample[length..];
        }

        return good + bad == 0 ? 1 : (double)good / (good + bad);
    }

    private static int AsciiOrNul(ReadOnlySpan<byte> bytes) => bytes.IndexOfAnyInRange((byte)0x80, (byte)0xFF) is >= 0 and var index ? index : bytes.Length;

    // Nearly all characters of Chinese text are in GB2312; four bytes have a form that chance does not make; the rest are rare.
    private static bool IsGb18030(ReadOnlySpan<byte> sample)
    {
        int units = 0, bad = 0;
        var score = 0.0;
        for (var i = AsciiOrNul(sample); i < sample.Length;)
        {
            var left = sample.Length - i;
            var lead = sample[i];
            if (lead < 0x80)
            {
                i += AsciiOrNul(sample[i..]);
                continue;
            }

            units++;
            var length = lead is >= 0x81 and <= 0xFE ? Gb18030Length(sample[i..]) : 0;
            if (length == 0)
            {
                if (left == 1 && lead is not (0x80 or 0xFF))
                {
                    units--;
                    break;
                }

                bad++;
                i++;
                continue;
            }

            score += length == 4 ? 1 : lead is >= 0xA1 and <= 0xF7 && sample[i + 1] >= 0xA1 ? 1 : 0.3;
            i += length;
        }

        return units > 0 && bad <= units * MostDamage && score >= units * LeastGb18030Score;
    }

    private static int Gb18030Length(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [_, >= 0x40 and not 0x7F and not 0xFF, ..] => 2,
        [_, >= 0x30 and <= 0x39, >= 0x81 and <= 0xFE, >= 0x30 and <= 0x39, ..] => 4,
        _ => 0,
    };

    private static double Utf16Fit(ReadOnlySpan<byte> sample, bool bigEndian)
    {
        int likely = 0, units = sample.Length / 2;
        for (var i = 0; i < units; i++)
        {
            var (first, second) = (sample[2 * i], sample[(2 * i) + 1]);
            var unit = bigEndian ? (char)((first << 8) | second) : (char)((second << 8) | first);
            // The blocks of Chinese text: ASCII, punctuation, ideographs, full-width forms; pairs of surrogates are counted by their first.
            if (unit is (>= ' ' and < '\x7F') or '\t' or '\r' or '\n' or '\u00A0' or (>= '\u2010' and <= '\u2040') or (>= '\u2150' and <= '\u21FF')
                or (>= '\u2460' and <= '\u24FF') or (>= '\u3000' and <= '\u303F') or (>= '\u3400' and <= '\u9FFF') or (>= '\uFF00' and <= '\uFFEF')
                or (>= '\uD840' and <= '\uD8FF') or (>= '\uDC00' and <= '\uDFFF'))
            {
                likely++;
            }
        }

        return (double)likely / units;
    }
}
