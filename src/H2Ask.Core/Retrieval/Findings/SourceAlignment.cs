using System.Buffers;
using H2Ask.Core.Text;

namespace H2Ask.Core.Retrieval.Findings;

/// <summary>
/// Tells where what is searched of a passage stands in its source text. Cleaning takes away blanks, marks and page numbers and writes widths
/// alike, but keeps the order of the letters; what it puts in front (the lead-in of a list) stands nowhere.
/// </summary>
internal sealed class SourceAlignment
{
    /// <summary>So many letters must agree where one side has something that the other lacks.</summary>
    private const int Anchor = 6;

    /// <summary>No more letters are passed over in one go.</summary>
    private const int MostPassedOver = 200;

    private readonly int[] _places;

    private SourceAlignment(int[] places) => _places = places;

    /// <summary>Lays a passage's searched text beside its source text.</summary>
    public static SourceAlignment Of(string searched, string source)
    {
        var places = new int[searched.Length];
        Array.Fill(places, -1);
        var letters = ArrayPool<char>.Shared.Rent(source.Length);
        var origins = ArrayPool<int>.Shared.Rent(source.Length);
        var count = 0;
        for (var i = 0; i < source.Length; i++)
        {
            if (!IsLetter(source[i])) continue;
            (letters[count], origins[count]) = (TermReader.Fold(source[i]), i);
            count++;
        }

        Align(searched, letters.AsSpan(0, count), origins, places);
        ArrayPool<char>.Shared.Return(letters);
        ArrayPool<int>.Shared.Return(origins);
        return new SourceAlignment(places);
    }

    /// <summary>Where a run of the searched text stands in the source; null where none of its letters stands there.</summary>
    public TextSpan? Find(TextSpan run)
    {
        var (first, last) = (-1, -1);
        for (var i = run.Start; i < run.End; i++)
        {
            if (_places[i] < 0) continue;
            if (first < 0) first = _places[i];
            last = _places[i];
        }

        return first < 0 ? null : new TextSpan(first, last + 1);
    }

    /// <summary>What share of the letters of a run stands in the source.</summary>
    public double ShareFound(ReadOnlySpan<char> searched, TextSpan run)
    {
        var (found, letters) = (0, 0);
        for (var i = run.Start; i < run.End; i++)
        {
            if (!IsLetter(searched[i])) continue;
            letters++;
            if (_places[i] >= 0) found++;
        }

        return letters == 0 ? 0 : found / (double)letters;
    }

    private static void Align(string searched, ReadOnlySpan<char> letters, int[] origins, int[] places)
    {
        Span<char> anchor = stackalloc char[Anchor];
        var at = 0;
        for (var i = FindStart(searched, letters); i < searched.Length && at < letters.Length; i++)
        {
            if (!IsLetter(searched[i])) continue;
            if (letters[at] != TermReader.Fold(searched[i]))
            {
                var length = ReadAnchor(searched, i, anchor);
                var ahead = letters[at..Math.Min(letters.Length, at + MostPassedOver)].IndexOf(anchor[..length]);
                if (ahead < 0) continue;
                at += ahead;
            }

            places[i] = origins[at++];
        }
    }

    /// <summary>Where what stands in the source begins: behind a lead-in, which agrees with fewer letters of how the source begins.</summary>
    private static int FindStart(string searched, ReadOnlySpan<char> letters)
    {
        var second = searched.IndexOf('\n', StringComparison.Ordinal) + 1;
        return second > 0 && CountAgreeing(searched, second, letters) > CountAgreeing(searched, 0, letters) ? second : 0;
    }

    private static int CountAgreeing(string searched, int from, ReadOnlySpan<char> letters)
    {
        var count = 0;
        for (var i = from; i < searched.Length && count < letters.Length; i++)
        {
            if (!IsLetter(searched[i])) continue;
            if (letters[count] != TermReader.Fold(searched[i])) break;
            count++;
        }

        return count;
    }

    /// <summary>Letters and digits, those that stand high or low too: CO₂.</summary>
    private static bool IsLetter(char c) => char.IsLetterOrDigit(TermReader.Fold(c));

    private static int ReadAnchor(string searched, int from, Span<char> anchor)
    {
        var length = 0;
        for (var i = from; i < searched.Length && length < anchor.Length; i++)
        {
            if (IsLetter(searched[i])) anchor[length++] = TermReader.Fold(searched[i]);
        }

        return length;
    }
}
