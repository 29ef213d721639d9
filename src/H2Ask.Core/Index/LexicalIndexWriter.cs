using System.Numerics;
using System.Runtime.InteropServices;

namespace H2Ask.Core.Index;

/// <summary>
/// Makes the lexical index of passages that are added one after the other. What does not fit in memory waits in temporary files:
/// a million passages take some hundreds of megabytes of memory.
/// </summary>
internal sealed class LexicalIndexWriter : IDisposable
{
    /// <summary>How many postings are held in memory, about ten bytes each.</summary>
    public const int DefaultPostingsInMemory = 1 << 24;

    private const int TermsInBucket = 8;

    private readonly LexicalWeights _weights;
    private readonly string? _folder;
    private readonly PostingRun _run;
    private readonly List<WrittenRun> _runs = [];
    private readonly List<FieldLengths> _lengths = [];
    private readonly long[] _countsSeen = new long[FieldCounts.Values];
    private long _bodies;
    private long _titles;
    private long _sections;
    private int _runStart;

    /// <summary>Begins an empty index. Temporary files are made in the folder; without one everything stays in memory.</summary>
    public LexicalIndexWriter(string? folder = null, LexicalWeights? weights = null, int postingsInMemory = DefaultPostingsInMemory)
    {
        _weights = weights ?? LexicalWeights.Default;
        _folder = folder;
        _run = new PostingRun(postingsInMemory);
    }

    /// <summary>Adds the next passage.</summary>
    public void Add(ReadOnlySpan<char> title, ReadOnlySpan<char> section, ReadOnlySpan<char> body)
    {
        if (_run.IsFull) EndRun();
        var titleLength = _run.Add(LexicalField.Title, title);
        var sectionLength = _run.Add(LexicalField.Section, section);
        var bodyLength = _run.Add(LexicalField.Body, body);
        foreach (var counts in _run.CountsOfPassage) _countsSeen[counts]++;
        _run.EndPassage();
        _lengths.Add(new FieldLengths(LengthCode.Encode(bodyLength), LengthCode.Encode(titleLength), LengthCode.Encode(sectionLength)));
        _titles += titleLength;
        _sections += sectionLength;
        _bodies += bodyLength;
    }

    /// <summary>Writes the index of the passages that were added; afterwards nothing can be added any more.</summary>
    /// <param name="stream">A stream that can seek; the index begins at its beginning.</param>
    public void WriteTo(Stream stream)
    {
        if (!_run.IsEmpty) EndRun();
        var lengths = CollectionsMarshal.AsSpan(_lengths);
        var counts = CountsByFrequency();
        var passages = Math.Max(1f, _lengths.Count);
        var header = new LexicalHeader
        {
            Signature = LexicalHeader.Magic,
            Passages = _lengths.Count,
            Codes = counts.Length,
            Averages = new FieldWorths(_bodies / passages, _titles / passages, _sections / passages),
            Weights = new FieldWorths(_weights.Body, _weights.Title, _weights.Section),
            LengthWeights = new FieldWorths(_weights.BodyLength, _weights.TitleLength, _weights.SectionLength),
            Saturation = _weights.Saturation,
            Character = _weights.Character,
            LengthsCheck = Checksum.Of<FieldLengths>(lengths),
            CountsCheck = Checksum.Of<ushort>(counts),
        };
        Write(stream, new ReadOnlySpan<LexicalHeader>(in header));
        header.LengthsOffset = Write<FieldLengths>(stream, lengths);
        header.CountsOffset = Write<ushort>(stream, counts);
        header.PostingsOffset = stream.Position;
        var terms = WritePostings(stream, new TermScoring(_weights, header.Averages, counts), counts);
        var buckets = Buckets(terms, out header.BucketBits);
        header.Terms = terms.Length;
        header.TermsOffset = Write<TermEntry>(stream, terms);
        header.BucketsOffset = Write<TermBucket>(stream, buckets);
        header.FileLength = stream.Position;
        header.HeaderCheck = Check(header);
        stream.Position = 0;
        Write(stream, new ReadOnlySpan<LexicalHeader>(in header));
        stream.Position = header.FileLength;
    }

    /// <summary>The checksum of a header, of all but the checksum itself.</summary>
    public static uint Check(LexicalHeader header)
    {
        header.HeaderCheck = 0;
        return Checksum.Of(new ReadOnlySpan<LexicalHeader>(in header));
    }

    /// <inheritdoc />
    public void Dispose()
    {
        foreach (var run in _runs) run.Dispose();
    }

    private static long Write<T>(Stream stream, ReadOnlySpan<T> values)
        where T : unmanaged
    {
        var at = stream.Position;
        stream.Write(MemoryMarshal.AsBytes(values));
        return at;
    }

    private void EndRun()
    {
        // Deleted when it is closed, and on most systems when the process ends.
        Stream stream = _folder is null
            ? new MemoryStream()
            : new FileStream(Path.Combine(_folder, $"postings-{_runs.Count}.tmp"), FileMode.Create, FileAccess.ReadWrite, FileShare.None, 1 << 17, FileOptions.DeleteOnClose);
        _run.WriteTo(stream);
        _runs.Add(new WrittenRun(stream, _runStart));
        _runStart = _lengths.Count;
    }

    /// <summary>The counts that occur, the most frequent first: a posting holds the place in this list, which is mostly a small number.</summary>
    private ushort[] CountsByFrequency() =>
        [.. Enumerable.Range(0, FieldCounts.Values).Where(counts => _countsSeen[counts] > 0).OrderByDescending(counts => _countsSeen[counts]).Select(counts => (ushort)counts)];

    private TermEntry[] WritePostings(Stream stream, TermScoring scoring, ushort[] counts)
    {
        var codes = new ushort[FieldCounts.Values];
        for (var code = 0; code < counts.Length; code++) codes[counts[code]] = (ushort)code;
        var terms = new List<TermEntry>();
        var lists = new PostingListWriter(stream, scoring, [.. _lengths]);
        // Of one term the runs come in their order, so that the passages do.
        var next = new PriorityQueue<WrittenRun, (ulong Key, int Run)>();
        for (var run = 0; run < _runs.Count; run++) Queue(run);
        while (next.TryPeek(out _, out var first))
        {
            while (next.TryPeek(out var run, out var order) && order.Key == first.Key)
            {
                next.Dequeue();
                for (var place = 0; place < run.Count; place++)
                {
                    var (passage, seen) = run.Posting(place);
                    lists.Add(passage, codes[seen]);
                }

                Queue(order.Run);
            }

            terms.Add(lists.End(first.Key));
        }

        return [.. terms];

        void Queue(int run)
        {
            if (_runs[run].Read()) next.Enqueue(_runs[run], (_runs[run].Key, run));
        }
    }

    /// <summary>The buckets that the keys' first bits name, and one that ends the last.</summary>
    private static TermBucket[] Buckets(TermEntry[] terms, out int bits)
    {
        bits = BitOperations.Log2((uint)(terms.Length / TermsInBucket) | 1);
        var buckets = new TermBucket[(1 << bits) + 1];
        var start = 0;
        for (var bucket = 0; bucket < buckets.Length; bucket++)
        {
            var end = start;
            while (end < terms.Length && BucketOf(terms[end].Key, bits) == bucket) end++;
            buckets[bucket] = new TermBucket(start, Checksum.Of<TermEntry>(terms.AsSpan(start..end)));
            start = end;
        }

        return buckets;
    }

    /// <summary>The bucket of a key.</summary>
    public static int BucketOf(ulong key, int bits) => bits == 0 ? 0 : (int)(key >> (64 - bits));
}
