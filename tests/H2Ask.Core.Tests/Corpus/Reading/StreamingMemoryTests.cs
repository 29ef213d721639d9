using H2Ask.Core.Corpus.Reading;

namespace H2Ask.Core.Tests.Corpus.Reading;

[Collection(nameof(StreamingMemoryTests))]
[CollectionDefinition(nameof(StreamingMemoryTests), DisableParallelization = true)]
public sealed class StreamingMemoryTests
{
    [Theory]
    [InlineData("a.txt")]
    [InlineData("a.csv")]
    public void Memory_does_not_grow_with_the_file(string name)
    {
        const long bytes = 100_000_000;
        const int stretchLength = 200_000;
        using var stream = new GeneratedStream(bytes);
        var feed = new SourceReader(new SourceReaderOptions { StretchLength = stretchLength }).Read(name, stream);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        long characters = 0, peak = 0;
        var looks = 0;
        foreach (var stretch in feed)
        {
            Assert.True(stretch.Text.Length <= stretchLength);
            characters += feed.HoldBack(stretch.Text.Length - 1000);
            if (stretch.Offset / 5_000_000 == (stretch.Offset + stretch.Text.Length) / 5_000_000) continue;
            peak = Math.Max(peak, GC.GetTotalMemory(forceFullCollection: true) - before);
            looks++;
        }

        Assert.Empty(feed.Skipped);
        Assert.Equal(stream.Characters, characters);
        Assert.InRange(looks, 5, 100);
        // What tests before this one left behind may be given back meanwhile.
        Assert.InRange(peak, 0, 10_000_000);
    }
}
