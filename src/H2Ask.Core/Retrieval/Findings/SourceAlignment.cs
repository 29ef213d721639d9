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

    /// <summary>A line of fewer letters may stand anywhere.</summary>
    private const int FewestMoved = 8;

    private readonly int[] _places;

    private SourceAlignment(int[] places, bool isFromStart) => (_places, IsFromStart) = (places, isFromStart);

    /// <summary>Whether the first line searched stands in the source; otherwise it has been put in front.</summary>
    public bool IsFromStart { get; }

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

        var start = FindStart(searched, letters.AsSpan(0, count));
        Align(searched, start, letters.AsSpan(0, count), origins, places);
        AlignMoved(searched, letters.AsSpan(0, count), origins, places);
        ArrayPool<char>.Shared.Return(letters);
        ArrayPool<int>.Shared.Return(origins);
        return new SourceAlignment(places, start == 0);
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

    private static void Align(string searched, int start, ReadOnlySpan<char> letters, int[] origins, int[] places)
    {
        Span<char> anchor = stackalloc char[Anchor];
        var at = 0;
        for (var i = start; i < searched.Length && at < letters.Length; i++)
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

    /// <summary>Finds the lines that cleaning has moved, as it does footnotes that stand in the middle of a paragraph.</summary>
    private static void AlignMoved(string searched, ReadOnlySpan<char> letters, int[] origins, int[] places)
    {
        for (var start = 0; start < searched.Length;)
        {
            var end = searched.IndexOf('\n', start);
            if (end < 0) end = searched.Length;
            if (places.AsSpan(start, end - start).IndexOfAnyExcept(-1) < 0)
            {
                var line = searched.AsSpan(start, end - start).ToArray();
                var length = ReadAnchor(searched[..end], start, line);
                var at = length < FewestMoved ? -1 : letters.IndexOf(line.AsSpan(0, length));
                // What another line has been found in is not its own.
                if (at >= 0 && (places.Contains(origins[at]) || places.Contains(origins[at + length - 1]))) at = -1;
                for (var i = start; at >= 0 && i < end; i++)
                {
                    if (IsLetter(searched[i])) places[i] = origins[at++];
                }
            }

            start = end + 1;
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
