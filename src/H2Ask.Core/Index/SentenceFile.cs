using System.Buffers;

namespace H2Ask.Core.Index;

/// <summary>
/// The vectors of the passages' sentences, mapped. A passage says many things, and its own vector blurs them: how near it is to
/// a question is how near the best of its sentences is.
/// </summary>
internal sealed unsafe class SentenceFile : IDisposable
{
    private readonly MappedFile _file;
    private readonly SentenceLayout _layout;

    private SentenceFile(MappedFile file)
    {
        _file = file;
        var header = file.Span<long>(0, 4);
        if (header[0] != SentenceLayout.Magic) throw file.Damaged("it is no file of sentences");
        if (header[1] is < 0 or > int.MaxValue - 1 || header[2] is < 0 or > int.MaxValue || header[3] is < 1 or > VectorLayout.MostDimensions) throw file.Damaged("its header makes no sense");
        _layout = new SentenceLayout((int)header[1], (int)header[2], (int)header[3]);
        if (file.Length != _layout.Length) throw file.Damaged($"it should have {_layout.Length} bytes, not {file.Length}");
    }

    /// <summary>Of how many passages it holds the sentences.</summary>
    public int Passages => _layout.Passages;

    /// <summary>How many numbers a vector has.</summary>
    public int Dimensions => _layout.Dimensions;

    /// <summary>Opens the file.</summary>
    /// <exception cref="IndexException">It is missing or damaged.</exception>
    public static SentenceFile Open(string path)
    {
        var file = MappedFile.Open(path);
        try
        {
            return new SentenceFile(file);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>The sentences of a passage: the number of the first, and how many there are.</summary>
    public (int First, int Count) SentencesOf(int passage)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(passage);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(passage, Passages);
        var starts = _file.Span<int>(_layout.Starts + ((long)passage * sizeof(int)), 2);
        return starts[0] >= 0 && starts[1] >= starts[0] && starts[1] <= _layout.Sentences
            ? (starts[0], starts[1] - starts[0])
            : throw _file.Damaged($"passage {passage} has sentences that there are not");
    }

    /// <summary>The scale of a sentence's vector.</summary>
    public float Scale(int sentence) => _file.Span<float>(_layout.Scales + ((long)sentence * sizeof(float)), 1)[0];

    /// <summary>The codes of a sentence's vector.</summary>
    public ReadOnlySpan<byte> CodesOf(int sentence) => _file.Span<byte>(SentenceLayout.Codes + ((long)sentence * _layout.Stride), _layout.Stride);

    /// <summary>Scores each of the passages anew: the product of the question with the nearest of its sentences; one without sentences keeps its score.</summary>
    public void Score(ReadOnlySpan<float> question, Span<ScoredPassage> passages)
    {
        var codes = ArrayPool<sbyte>.Shared.Rent(_layout.Stride);
        try
        {
            var asked = codes.AsSpan(0, _layout.Stride);
            var scale = VectorCodes.Encode(question, asked);
            var offset = VectorCodes.OffsetOf(asked);
            foreach (ref var passage in passages)
            {
                if (Best(asked, offset, passage.Passage) is { } best) passage = passage with { Score = best * scale };
            }
        }
        finally
        {
            ArrayPool<sbyte>.Shared.Return(codes);
        }
    }

    /// <summary>The exception that says that the file is damaged.</summary>
    public IndexException Damaged(string what) => _file.Damaged(what);

    /// <inheritdoc />
    public void Dispose() => _file.Dispose();

    private float? Best(ReadOnlySpan<sbyte> question, int offset, int passage)
    {
        var (first, count) = SentencesOf(passage);
        if (count == 0) return null;
        var codes = _file.Pointer(SentenceLayout.Codes + ((long)first * _layout.Stride), (long)count * _layout.Stride);
        var scales = _file.Span<float>(_layout.Scales + ((long)first * sizeof(float)), count);
        var best = float.NegativeInfinity;
        fixed (sbyte* asked = question)
        {
            for (var i = 0; i < count; i++)
            {
                best = Math.Max(best, (CodeDot.Of(codes + ((long)i * _layout.Stride), asked, _layout.Stride) - offset) * scales[i]);
            }
        }

        return best;
    }
}
