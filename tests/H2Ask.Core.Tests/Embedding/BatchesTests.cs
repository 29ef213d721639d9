using H2Ask.Core.Embedding;

namespace H2Ask.Core.Tests.Embedding;

public sealed class BatchesTests
{
    [Fact]
    public void Texts_of_like_length_stand_together_and_no_batch_is_larger_than_allowed()
    {
        var random = new Random(3);
        int[] lengths = [.. Enumerable.Range(0, 1000).Select(_ => random.Next(0, 500))];

        var batches = Batches.Of([.. lengths.Select((length, i) => new TokenizedText(i, new int[length]))], 1024);

        Assert.Equal(lengths.Where(length => length > 0).OrderDescending(), batches.SelectMany(batch => batch).Select(text => text.Ids.Length));
        Assert.All(batches, batch => Assert.InRange(batch.Count * batch[0].Ids.Length, 1, 1024));
        Assert.All(batches.SelectMany(batch => batch), text => Assert.Equal(lengths[text.Index], text.Ids.Length));
        Assert.Equal(lengths.Count(length => length > 0), batches.SelectMany(batch => batch).Select(text => text.Index).Distinct().Count());
    }

    [Fact]
    public void A_text_longer_than_a_batch_may_be_is_one_by_itself() =>
        Assert.Equal([1, 2], Batches.Of([Text(0, 5), Text(1, 50), Text(2, 5)], 10).Select(batch => batch.Count));

    [Fact]
    public void Texts_without_tokens_are_in_no_batch()
    {
        Assert.Empty(Batches.Of([Text(0, 0), Text(1, 0)], 10));
        Assert.Equal([1], Batches.Of([Text(0, 0), Text(1, 1)], 10).SelectMany(batch => batch).Select(text => text.Index));
    }

    private static TokenizedText Text(int index, int length) => new(index, new int[length]);
}
