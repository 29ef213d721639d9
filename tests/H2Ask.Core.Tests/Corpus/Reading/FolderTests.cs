using System.Text;
using H2Ask.Core.Corpus.Reading;

namespace H2Ask.Core.Tests.Corpus.Reading;

public sealed class FolderTests : IDisposable
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("h2ask-reading-");

    public void Dispose() => _root.Delete(recursive: true);

    [Fact]
    public void A_folder_is_read_with_all_below_it_in_the_order_of_names()
    {
        Write("k/b.txt", "k/a/z.txt", "k/a.txt", "k/a/é.txt", "k/甲/乙.txt", "k/B.txt");
        Assert.Equal(["B.txt", "a.txt", "a/z.txt", "a/é.txt", "b.txt", "甲/乙.txt"], Names("k"));
    }

    [Fact]
    public void A_file_is_named_by_its_own_name()
    {
        Write("k/a/z.txt");
        Assert.Equal(["z.txt"], Names("k/a/z.txt"));
    }

    [Fact]
    public void Files_of_one_name_in_several_folders_stay_distinguishable()
    {
        Write("k/a.txt", "m/a.txt", "x/m/a.txt", "m/b.txt");
        Assert.Equal(["a.txt", "m/a.txt", "b.txt", "m/a (2).txt"], Names("k", "m", "x/m"));
    }

    [Fact]
    public void A_file_is_read_once_however_often_it_is_named()
    {
        Write("k/a.txt");
        Assert.Equal(["a.txt"], Names("k", "k/a.txt", "k/../k"));
    }

    [Fact]
    public void Hidden_files_and_folders_are_ignored()
    {
        Write("k/.a.txt", "k/.git/a.txt", "k/b.txt");
        Assert.Equal(["b.txt"], Names("k"));
    }

    [Fact]
    public void Links_inside_the_folder_are_followed_once_and_those_that_leave_it_are_not()
    {
        Write("k/a.txt", "k/.hidden/b.txt", "out/secret.txt", "out/deep/c.txt");
        File.CreateSymbolicLink(At("k/b.txt"), ".hidden/b.txt");
        File.CreateSymbolicLink(At("k/secret.txt"), At("out/secret.txt"));
        Directory.CreateSymbolicLink(At("k/out"), "../out");
        Directory.CreateSymbolicLink(At("k/round"), ".");
        Directory.CreateSymbolicLink(At("k/.way"), At("out"));
        File.CreateSymbolicLink(At("k/indirect.txt"), ".way/secret.txt");
        File.CreateSymbolicLink(At("k/self.txt"), "self.txt");
        var read = ReadFiles.Of(new SourceReader().Read(At("k")));
        Assert.Equal(["a.txt", "b.txt"], read.Texts.Select(text => text.File));
        Assert.Equal(["indirect.txt", "out", "secret.txt"], read.Skipped.Where(skipped => skipped.Reason == "It is a link that leaves its folder.").Select(skipped => skipped.File));
        Assert.Equal(["self.txt"], read.Skipped.Where(skipped => skipped.Reason == "It does not exist.").Select(skipped => skipped.File));
    }

    [Fact]
    public void What_is_skipped_is_told_with_its_reason_and_the_rest_is_read()
    {
        Write("k/a.txt", "k/b.pdf", "k/LICENSE");
        File.WriteAllBytes(At("k/c.txt"), []);
        File.WriteAllBytes(At("k/d.txt"), [1, 2, 3, 0, 0, 200]);
        File.WriteAllBytes(At("k/e.txt"), "%PDF-1.4 x"u8.ToArray());
        File.WriteAllText(At("k/f.txt"), " \r\n　\n");
        var read = ReadFiles.Of(new SourceReader().Read(At("k"), At("none")));
        Assert.Equal(["a.txt"], read.Texts.Select(text => text.File));
        Assert.Equal(
        [
            new("LICENSE", "A file without an extension is not read: its format is unknown."),
            new("b.pdf", "Files of type .pdf are not read."),
            new("c.txt", "The file is empty."),
            new("d.txt", "Its content is binary, not text."),
            new("e.txt", "Its content is not text but PDF."),
            new("f.txt", "The file holds no text."),
            new(At("none"), "It does not exist."),
        ], read.Skipped);
    }

    [Fact]
    public void Files_are_opened_only_when_they_are_reached()
    {
        Write("k/a.txt", "k/b.txt");
        using var texts = new SourceReader().Read(At("k")).GetEnumerator();
        Assert.True(texts.MoveNext());
        File.Delete(At("k/b.txt"));
        Assert.False(texts.MoveNext());
    }

    [Fact]
    public void A_feed_is_read_once()
    {
        var feed = new SourceReader().Read("a.txt", new MemoryStream(Encoding.UTF8.GetBytes("文")));
        Assert.Single(feed.ToList());
        Assert.Throws<InvalidOperationException>(() => feed.ToList());
    }

    [Fact]
    public void A_stream_that_was_lent_stays_open()
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes("文"));
        Assert.Single(new SourceReader().Read("上传/../a.txt", stream).ToList(), text => text.File == "上传/a.txt");
        Assert.True(stream.CanRead);
    }

    [Theory]
    [InlineData("a.TXT", true)]
    [InlineData("a.docx", true)]
    [InlineData("a.pdf", false)]
    [InlineData("txt", false)]
    public void It_is_known_by_its_name_whether_a_file_can_be_read(string name, bool expected)
    {
        Assert.Equal(expected, SourceReader.CanRead(name));
    }

    [Fact]
    public void Limits_without_sense_are_refused_by_name()
    {
        var failure = Assert.Throws<ArgumentOutOfRangeException>(() => new SourceReaderOptions { StretchLength = 3 });
        Assert.StartsWith("StretchLength must be 64 or more.", failure.Message, StringComparison.Ordinal);
    }

    private string At(string name) => Path.Combine(_root.FullName, name);

    private void Write(params string[] names)
    {
        foreach (var name in names)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(At(name))!);
            File.WriteAllText(At(name), "文");
        }
    }

    private string[] Names(params string[] paths)
    {
        var read = ReadFiles.Of(new SourceReader().Read(paths.Select(At)));
        Assert.Empty(read.Skipped);
        return [.. read.Texts.Select(text => text.File)];
    }
}
