using H2Ask.Core.Corpus;
using H2Ask.Core.Index;

namespace H2Ask.Core.Tests.Index;

public sealed class PassageCacheTests
{
    private readonly PassageCache _cache = new();

    [Fact]
    public void A_passage_is_kept_until_another_takes_its_place()
    {
        var (first, second) = (PassageOf(3), PassageOf(3 + (1 << 12)));
        _cache.Keep(3, first);
        Assert.Same(first, _cache.Find(3));
        Assert.Null(_cache.Find(3 + (1 << 12)));

        _cache.Keep(3 + (1 << 12), second);
        Assert.Null(_cache.Find(3));
        Assert.Same(second, _cache.Find(3 + (1 << 12)));
    }

    [Fact]
    public void Nobody_is_given_the_passage_of_another_number() => Parallel.For(0, 200_000, i =>
    {
        var number = i * 7919 % 20_000;
        Assert.True(_cache.Find(number) is not { } found || found.Start == number);
        _cache.Keep(number, PassageOf(number));
    });

    private static Passage PassageOf(int number) => new() { Id = "id", DocumentId = "document", Start = number, End = number, Section = [], Text = "", SearchText = "" };
}
