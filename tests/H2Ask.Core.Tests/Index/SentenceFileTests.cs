using System.Numerics.Tensors;
using H2Ask.Core.Index;
using H2Ask.Tests;

namespace H2Ask.Core.Tests.Index;

public sealed class SentenceFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData(1)]
    [InlineData(64)]
    [InlineData(100)]
    public void A_passage_scores_what_the_nearest_of_its_sentences_does(int dimensions)
    {
        var sentences = Passages(50, dimensions, seed: 1);
        using var file = Write(sentences);
        var question = Vector(new Random(2), dimensions);
        var scored = Enumerable.Range(0, 50).Select(number => new ScoredPassage(number, -7)).ToArray();

        file.Score(question, scored);

        Assert.All(scored, passage =>
        {
            var own = sentences[passage.Passage];
            var expected = own.Length == 0 ? -7 : own.Max(vector => TensorPrimitives.Dot<float>(vector, question));
            Assert.Equal(expected, passage.Score, 0.03f);
        });
    }

    [Fact]
    public void Sentences_are_taken_over_from_another_file_as_they_are()
    {
        using var first = Write(Passages(10, 24, seed: 3));
        var path = Path.Combine(_folder.Path, "second");
        using (var writer = new SentenceFileWriter(path, 24))
        {
            for (var passage = 9; passage >= 0; passage--)
            {
                writer.BeginPassage();
                writer.Copy(first, passage);
            }

            writer.Finish();
        }

        using var second = SentenceFile.Open(path);
        var question = Vector(new Random(4), 24);
        var before = Enumerable.Range(0, 10).Select(number => new ScoredPassage(number, 0)).ToArray();
        var after = before.ToArray();
        first.Score(question, before);
        second.Score(question, after);
        Assert.Equal(before.Select(passage => passage.Score), after.Reverse().Select(passage => passage.Score));
    }

    [Fact]
    public void A_truncated_or_foreign_file_is_named()
    {
        Write(Passages(20, 16, seed: 5)).Dispose();
        var path = Path.Combine(_folder.Path, "sentences");
        var good = File.ReadAllBytes(path);
        for (var length = 0; length < good.Length; length += 97)
        {
            File.WriteAllBytes(path, good[..length]);
            Assert.Contains(path, Assert.Throws<IndexException>(() => SentenceFile.Open(path)).Message, StringComparison.Ordinal);
        }

        File.WriteAllText(path, string.Concat(Enumerable.Repeat("{\"foreign\": true}", 400)));
        Assert.Contains("damaged", Assert.Throws<IndexException>(() => SentenceFile.Open(path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_damaged_number_of_a_sentence_is_noticed()
    {
        var sentences = Passages(20, 16, seed: 6);
        Write(sentences).Dispose();
        var path = Path.Combine(_folder.Path, "sentences");
        var bytes = File.ReadAllBytes(path);
        var starts = new SentenceLayout(20, sentences.Sum(own => own.Length), 16).Starts;
        bytes[starts + (5 * sizeof(int)) + 3] = 0x7F;
        File.WriteAllBytes(path, bytes);
        using var file = SentenceFile.Open(path);

        Assert.Throws<IndexException>(() => file.Score(new float[16], [new ScoredPassage(5, 0)]));
    }

    public void Dispose() => _folder.Dispose();

    private static float[][][] Passages(int count, int dimensions, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(number => Enumerable.Range(0, number % 5).Select(_ => Vector(random, dimensions)).ToArray())];
    }

    private static float[] Vector(Random random, int dimensions)
    {
        var numbers = Array.ConvertAll(new float[dimensions], _ => (float)random.NextDouble() - 0.5f);
        var length = TensorPrimitives.Norm<float>(numbers);
        return Array.ConvertAll(numbers, number => number / length);
    }

    private SentenceFile Write(float[][][] passages)
    {
        var path = Path.Combine(_folder.Path, "sentences");
        using (var writer = new SentenceFileWriter(path, passages.Max(own => own.FirstOrDefault()?.Length ?? 0)))
        {
            foreach (var own in passages)
            {
                writer.BeginPassage();
                foreach (var vector in own) writer.Write(vector);
            }

            writer.Finish();
        }

        return SentenceFile.Open(path);
    }
}
