using System.Text;
using FsCheck;
using FsCheck.Fluent;
using H2Ask.Core.Corpus.Reading;

namespace H2Ask.Core.Tests.Corpus.Reading;

public sealed class StretchTests
{
    private static readonly Gen<string> Texts = Gen.Elements("加氢站", "。", "\n", "\r\n", "\r", "𠮷", "，", "a", "\"", ",", "氢能产业发展中长期规划与若干措施的补充说明。", "\n\n")
        .ArrayOf().Select(parts => "政" + string.Concat(parts));

    [Fact]
    public void Stretches_put_together_are_the_whole_text()
    {
        Prop.ForAll(Texts.Zip(Gen.Choose(64, 200)).Zip(Gen.Elements("a.txt", "a.md", "a.csv")).ToArbitrary(), input =>
        {
            var ((text, length), name) = input;
            var read = ReadFiles.Of(name, text, new SourceReaderOptions { StretchLength = length });
            Assert.Equal(text, string.Concat(read.Texts.Select(stretch => stretch.Text)));
            AssertWellCut(read.Texts, length);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1000).WithEndSize(300));
    }

    [Fact]
    public void Held_back_text_comes_again_and_nothing_is_lost()
    {
        Prop.ForAll(Texts.Zip(Gen.Choose(64, 200)).Zip(Gen.Choose(0, 100)).Zip(Gen.Elements("a.txt", "a.csv")).ToArbitrary(), input =>
        {
            var (((text, length), share), name) = input;
            var feed = new SourceReader(new SourceReaderOptions { StretchLength = length }).Read(name, new MemoryStream(Encoding.UTF8.GetBytes(text)));
            var used = new StringBuilder();
            foreach (var stretch in feed)
            {
                Assert.True(stretch.Text.Length <= length);
                Assert.Equal(used.Length, stretch.Offset);
                var asked = stretch.Text.Length * share / 100;
                var next = feed.HoldBack(asked);
                Assert.True(stretch.Continues ? next >= asked - 1 : next == stretch.Text.Length);
                used.Append(stretch.Text.AsSpan(0, next));
            }

            Assert.Equal(text, used.ToString());
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1000).WithEndSize(300));
    }

    [Fact]
    public void A_stretch_ends_at_a_line_end_within_reach()
    {
        var text = string.Concat(Enumerable.Repeat("一二三四五六七八九\n", 30));
        var read = ReadFiles.Of("a.txt", text, new SourceReaderOptions { StretchLength = 64 });
        Assert.All(read.Texts, stretch => Assert.EndsWith("\n", stretch.Text, StringComparison.Ordinal));
        Assert.All(read.Texts.SkipLast(1), stretch => Assert.True(stretch.Continues));
        Assert.False(read.Texts[^1].Continues);
    }

    [Fact]
    public void A_stretch_without_a_line_end_ends_at_a_sentence()
    {
        var text = string.Concat(Enumerable.Repeat("一二三四五六七八九。", 30));
        var read = ReadFiles.Of("a.txt", text, new SourceReaderOptions { StretchLength = 64 });
        Assert.All(read.Texts, stretch => Assert.EndsWith("。", stretch.Text, StringComparison.Ordinal));
    }

    [Fact]
    public void What_is_held_back_stands_first_in_the_next_stretch()
    {
        var text = string.Concat(Enumerable.Range(100, 50).Select(number => $"第{number}行\n"));
        var feed = new SourceReader(new SourceReaderOptions { StretchLength = 64 }).Read("a.txt", new MemoryStream(Encoding.UTF8.GetBytes(text)));
        using var stretches = feed.GetEnumerator();
        Assert.True(stretches.MoveNext());
        var first = stretches.Current;
        var from = first.Text.Length - 12;
        Assert.Equal(from, feed.HoldBack(from));
        Assert.True(stretches.MoveNext());
        Assert.Equal(from, stretches.Current.Offset);
        Assert.StartsWith(first.Text[from..], stretches.Current.Text, StringComparison.Ordinal);
        Assert.True(stretches.Current.Text.Length > 12);
    }

    [Fact]
    public void No_more_than_half_a_stretch_is_held_back()
    {
        var text = string.Concat(Enumerable.Repeat("一二三\n", 100));
        var feed = new SourceReader(new SourceReaderOptions { StretchLength = 64 }).Read("a.txt", new MemoryStream(Encoding.UTF8.GetBytes(text)));
        using var stretches = feed.GetEnumerator();
        Assert.True(stretches.MoveNext());
        var next = feed.HoldBack(0);
        Assert.InRange(next, 32, 36);
        Assert.Equal('\n', stretches.Current.Text[next - 1]);
    }

    [Fact]
    public void A_read_that_fails_gives_what_was_read_and_says_so()
    {
        var text = string.Concat(Enumerable.Repeat("加氢站管理办法\n", 20_000));
        var feed = new SourceReader(new SourceReaderOptions { StretchLength = 10_000 }).Read("a.txt", new FailingStream(Encoding.UTF8.GetBytes(text)));
        var read = ReadFiles.Of(feed);
        Assert.False(read.Texts[^1].Continues);
        var given = string.Concat(read.Texts.Select(stretch => stretch.Text));
        Assert.StartsWith(given, text, StringComparison.Ordinal);
        Assert.True(given.Length > 60_000);
        Assert.StartsWith($"Only its first {given.Length} characters were read.", Assert.Single(feed.Skipped).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void The_end_of_a_file_is_not_read_before_its_first_stretch_is_asked_for()
    {
        using var stream = new GeneratedStream(100_000_000);
        using var stretches = new SourceReader(new SourceReaderOptions { StretchLength = 10_000 }).Read("a.txt", stream).GetEnumerator();
        Assert.True(stretches.MoveNext());
        Assert.InRange(stream.Position, 1, 300_000);
    }

    private static void AssertWellCut(IReadOnlyList<SourceText> stretches, int length)
    {
        var offset = 0;
        for (var i = 0; i < stretches.Count; i++)
        {
            var stretch = stretches[i];
            Assert.Equal(offset, stretch.Offset);
            Assert.Equal(i + 1 < stretches.Count, stretch.Continues);
            Assert.InRange(stretch.Text.Length, 1, length);
            Assert.False(char.IsLowSurrogate(stretch.Text[0]));
            if (i > 0) Assert.False(stretch.Text[0] == '\n' && stretches[i - 1].Text[^1] == '\r');
            offset += stretch.Text.Length;
        }
    }

    /// <summary>Gives its bytes in small pieces and breaks off half-way.</summary>
    private sealed class FailingStream(byte[] content) : MemoryStream(content)
    {
        public override int Read(byte[] buffer, int offset, int count) =>
            Position < Length / 2 ? base.Read(buffer, offset, Math.Min(count, 1000)) : throw new IOException("The disk is gone.");

        public override int Read(Span<byte> buffer)
        {
            var bytes = new byte[buffer.Length];
            var count = Read(bytes, 0, bytes.Length);
            bytes.AsSpan(0, count).CopyTo(buffer);
            return count;
        }
    }
}
