using System.Buffers;
using System.Numerics;
using System.Numerics.Tensors;

namespace H2Ask.Core.Index;

/// <summary>
/// The vectors of the passages, mapped. A search looks at the codes of every vector that may be found, and scores the best of
/// them again with the vectors themselves.
/// </summary>
internal sealed unsafe class VectorFile : IDisposable
{
    /// <summary>From so many bytes of codes on a search is divided among the processor's cores; below, waking them costs more.</summary>
    private const long WorthDividing = 4 << 20;

    private readonly MappedFile _file;
    private readonly VectorLayout _layout;

    private VectorFile(MappedFile file)
    {
        _file = file;
        var header = file.Span<long>(0, 3);
        if (header[0] != VectorLayout.Magic) throw file.Damaged("it is no file of vectors");
        if (header[1] is < 0 or > int.MaxValue || header[2] is < 1 or > VectorLayout.MostDimensions) throw file.Damaged("its header makes no sense");
        _layout = new VectorLayout((int)header[1], (int)header[2]);
        if (file.Length != _layout.Length) throw file.Damaged($"it should have {_layout.Length} bytes, not {file.Length}");
    }

    /// <summary>How many vectors there are.</summary>
    public int Count => _layout.Count;

    /// <summary>How many numbers a vector has.</summary>
    public int Dimensions => _layout.Dimensions;

    /// <summary>Opens the file.</summary>
    /// <exception cref="IndexException">It is missing or damaged.</exception>
    public static VectorFile Open(string path)
    {
        var file = MappedFile.Open(path);
        try
        {
            return new VectorFile(file);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>The key of the text that a vector is of.</summary>
    public UInt128 Key(int number) => _file.Span<UInt128>(VectorLayout.Keys + ((long)number * VectorLayout.KeyLength), 1)[0];

    /// <summary>A vector.</summary>
    public ReadOnlySpan<float> Vector(int number) =>
        number >= 0 && number < Count
            ? _file.Span<float>(_layout.Vectors + ((long)number * Dimensions * sizeof(float)), Dimensions)
            : throw new ArgumentOutOfRangeException(nameof(number), number, "There is no vector of this number.");

    /// <summary>Finds the vectors whose product with the question is the largest.</summary>
    /// <param name="question">The question's vector.</param>
    /// <param name="among">The numbers that may be found; null: all.</param>
    /// <param name="found">Takes the best, the best first: as many as fit.</param>
    /// <param name="candidates">How many of the first look are scored again; at least as many as are to be found.</param>
    /// <returns>How many were found.</returns>
    public int Search(ReadOnlySpan<float> question, PassageSet? among, Span<ScoredPassage> found, int candidates)
    {
        if (question.Length != Dimensions) throw new ArgumentException($"The question has {question.Length} dimensions; the index has {Dimensions}.", nameof(question));
        if (among is not null && among.Passages != Count) throw new ArgumentException("The set is of another index.", nameof(among));
        if (found.IsEmpty || Count == 0) return 0;
        candidates = Math.Min(Math.Max(candidates, found.Length), Count);
        var parts = (long)Count * _layout.Stride >= WorthDividing ? Environment.ProcessorCount : 1;
        var kept = ArrayPool<ScoredPassage>.Shared.Rent(parts * candidates);
        var codes = ArrayPool<sbyte>.Shared.Rent(_layout.Stride);
        try
        {
            // The question's scale is left out: it is the same for every vector.
            VectorCodes.Encode(question, codes.AsSpan(0, _layout.Stride));
            var best = kept.AsSpan(0, Look(codes, among, kept, candidates, parts));
            if (parts > 1)
            {
                best.Sort(BestPassages.Compare);
                best = best[..Math.Min(candidates, best.Length)];
            }

            foreach (ref var passage in best) passage = passage with { Score = Score(question, passage.Passage) };
            best.Sort(BestPassages.Compare);
            best = best[..Math.Min(found.Length, best.Length)];
            best.CopyTo(found);
            return best.Length;
        }
        finally
        {
            ArrayPool<sbyte>.Shared.Return(codes);
            ArrayPool<ScoredPassage>.Shared.Return(kept);
        }
    }

    /// <summary>The product of the question with a vector.</summary>
    public float Score(ReadOnlySpan<float> question, int number) => TensorPrimitives.Dot(question, Vector(number));

    /// <summary>The exception that says that the file is damaged.</summary>
    public IndexException Damaged(string what) => _file.Damaged(what);

    /// <inheritdoc />
    public void Dispose() => _file.Dispose();

    /// <summary>The best by their codes, at the beginning of <paramref name="kept"/>; returns how many.</summary>
    private int Look(sbyte[] question, PassageSet? among, ScoredPassage[] kept, int candidates, int parts)
    {
        if (parts == 1) return LookAt(0, Count, question, among, kept.AsSpan(0, candidates));
        // Whole words of the set.
        var length = (((Count + parts - 1) / parts) + 63) / 64 * 64;
        var counts = new int[parts];
        Parallel.For(0, parts, part =>
        {
            var first = (int)Math.Min((long)part * length, Count);
            counts[part] = LookAt(first, Math.Min(length, Count - first), question, among, kept.AsSpan(part * candidates, candidates));
        });
        var total = 0;
        for (var part = 0; part < parts; part++)
        {
            kept.AsSpan(part * candidates, counts[part]).CopyTo(kept.AsSpan(total));
            total += counts[part];
        }

        return total;
    }

    /// <summary>Looks at a run of vectors that begins at a multiple of 64.</summary>
    private int LookAt(int first, int count, sbyte[] question, PassageSet? among, Span<ScoredPassage> kept)
    {
        var best = new BestPassages(kept);
        var stride = _layout.Stride;
        var codes = _file.Pointer(_layout.Codes + ((long)first * stride), (long)count * stride);
        var scales = _file.Span<float>(_layout.Scales + ((long)first * sizeof(float)), count);
        var added = VectorCodes.OffsetOf(question.AsSpan(0, stride));
        fixed (sbyte* asked = question)
        {
            for (var start = 0; start < count; start += 64)
            {
                var waiting = among is null ? ulong.MaxValue : among.Words[(first + start) >> 6];
                if (count - start < 64) waiting &= (1UL << (count - start)) - 1;
                for (; waiting != 0; waiting &= waiting - 1)
                {
                    var i = start + BitOperations.TrailingZeroCount(waiting);
                    var score = (CodeDot.Of(codes + ((long)i * stride), asked, stride) - added) * scales[i];
                    if (score > best.Threshold) best.Offer(first + i, score);
                }
            }
        }

        return best.Count;
    }
}
