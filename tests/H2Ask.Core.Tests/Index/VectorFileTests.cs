using H2Ask.Core.Index;
using H2Ask.Tests;

namespace H2Ask.Core.Tests.Index;

public sealed unsafe class VectorFileTests : IDisposable
{
    private const int Enough = 256;

    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData(1, 1)]
    [InlineData(63, 7)]
    [InlineData(64, 64)]
    [InlineData(3000, 100)]
    [InlineData(20_000, 384)]
    public void The_best_are_those_of_a_search_through_all(int count, int dimensions)
    {
        var vectors = Vectors(count, dimensions, seed: 1);
        using var file = Write(vectors);
        foreach (var question in Vectors(20, dimensions, seed: 2))
        {
            Assert.Equal(Naive(vectors, question, _ => true), Search(file, question, null));
        }
    }

    [Fact]
    public void Only_what_the_set_holds_is_found()
    {
        var vectors = Vectors(20_000, 256, seed: 3);
        using var file = Write(vectors);
        var some = new PassageSet(vectors.Length);
        some.Add(5, 1);
        some.Add(64, 700);
        some.Add(19_990, 10);
        foreach (var question in Vectors(20, 256, seed: 4))
        {
            Assert.Equal(Naive(vectors, question, some.Contains), Search(file, question, some));
        }
    }

    [Fact]
    public void A_set_of_few_or_none_finds_few_or_none()
    {
        var vectors = Vectors(200, 32, seed: 5);
        using var file = Write(vectors);
        var three = new PassageSet(200);
        three.Add(100, 3);

        Assert.Empty(Search(file, vectors[0], new PassageSet(200)));
        Assert.Equal([100, 101, 102], Search(file, vectors[0], three).Order());
    }

    [Fact]
    public void Of_equal_vectors_the_first_are_found()
    {
        using var file = Write([.. Enumerable.Repeat(new[] { 0.6f, 0.8f }, 500)]);

        Assert.Equal(Enumerable.Range(0, 10), Search(file, [1f, 0f], null));
    }

    [Fact]
    public void A_vector_of_zeros_scores_nothing()
    {
        using var file = Write([[0f, 0f, 0f], [1f, 0f, 0f]]);

        Assert.Equal([1, 0], Search(file, [1f, 0f, 0f], null));
        Assert.Equal([0, 1], Search(file, [-1f, 0f, 0f], null));
    }

    [Fact]
    public void Vectors_and_keys_are_read_as_they_were_written()
    {
        var vectors = Vectors(100, 30, seed: 6);
        using var file = Write(vectors);

        Assert.All(Enumerable.Range(0, 100), i => Assert.Equal(vectors[i], file.Vector(i).ToArray()));
        Assert.All(Enumerable.Range(0, 100), i => Assert.Equal((UInt128)i, file.Key(i)));
    }

    [Fact]
    public void Every_way_to_multiply_codes_gives_the_same()
    {
        var random = new Random(7);
        for (var round = 0; round < 200; round++)
        {
            var length = CodeDot.Block * random.Next(1, 20);
            var codes = new byte[length];
            random.NextBytes(codes);
            var question = Array.ConvertAll(new sbyte[length], _ => (sbyte)random.Next(-127, 128));
            // The largest products that there can be must not overflow.
            if (round == 0) (codes, question) = ([.. Enumerable.Repeat((byte)255, length)], [.. Enumerable.Repeat((sbyte)127, length)]);
            var expected = codes.Zip(question, (code, asked) => code * asked).Sum();
            fixed (byte* stored = codes)
            fixed (sbyte* asked = question)
            {
                Assert.Equal(expected, CodeDot.Of(stored, asked, length));
                Assert.Equal(expected, CodeDot.Portable(stored, asked, length));
                if (System.Runtime.Intrinsics.X86.Avx2.IsSupported) Assert.Equal(expected, CodeDot.WithAvx2(stored, asked, length));
                if (System.Runtime.Intrinsics.X86.AvxVnni.IsSupported) Assert.Equal(expected, CodeDot.WithVnni(stored, asked, length));
            }
        }
    }

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    public void A_vector_that_is_none_is_refused(float number)
    {
        using var writer = new VectorFileWriter(Path.Combine(_folder.Path, "vectors"), 1, 2);

        Assert.Contains("NaN", Assert.Throws<IndexException>(() => writer.Write(0, [1f, number])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_truncated_or_foreign_file_is_named()
    {
        Write(Vectors(50, 20, seed: 8)).Dispose();
        var path = Path.Combine(_folder.Path, "vectors");
        var good = File.ReadAllBytes(path);
        for (var length = 0; length < good.Length; length += 97)
        {
            File.WriteAllBytes(path, good[..length]);
            Assert.Contains(path, Assert.Throws<IndexException>(() => VectorFile.Open(path)).Message, StringComparison.Ordinal);
        }

        File.WriteAllText(path, string.Concat(Enumerable.Repeat("{\"foreign\": true}", 400)));
        Assert.Contains("damaged", Assert.Throws<IndexException>(() => VectorFile.Open(path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_damaged_header_is_noticed_or_harmless()
    {
        Write(Vectors(50, 20, seed: 9)).Dispose();
        var path = Path.Combine(_folder.Path, "vectors");
        var good = File.ReadAllBytes(path);
        for (var place = 0; place < 24; place++)
        {
            for (var bit = 0; bit < 8; bit++)
            {
                var bad = (byte[])good.Clone();
                bad[place] ^= (byte)(1 << bit);
                File.WriteAllBytes(path, bad);
                Assert.Throws<IndexException>(() => VectorFile.Open(path));
            }
        }
    }

    public void Dispose() => _folder.Dispose();

    private static float[][] Vectors(int count, int dimensions, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ => Array.ConvertAll(new float[dimensions], _ => (float)((random.NextDouble() * 2) - 1)))];
    }

    private static int[] Search(VectorFile file, float[] question, PassageSet? among)
    {
        var found = new ScoredPassage[10];
        return [.. found.Take(file.Search(question, among, found, Enough)).Select(passage => passage.Passage)];
    }

    private static int[] Naive(float[][] vectors, float[] question, Func<int, bool> mayBeFound) =>
    [
        .. Enumerable.Range(0, vectors.Length).Where(mayBeFound)
            .OrderByDescending(i => System.Numerics.Tensors.TensorPrimitives.Dot<float>(vectors[i], question)).ThenBy(i => i).Take(10),
    ];

    private VectorFile Write(float[][] vectors)
    {
        var path = Path.Combine(_folder.Path, "vectors");
        using (var writer = new VectorFileWriter(path, vectors.Length, vectors[0].Length))
        {
            for (var i = 0; i < vectors.Length; i++) writer.Write((UInt128)i, vectors[i]);
            writer.Finish();
        }

        return VectorFile.Open(path);
    }
}
