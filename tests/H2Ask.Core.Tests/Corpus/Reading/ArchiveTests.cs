using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using H2Ask.Core.Corpus.Reading;

namespace H2Ask.Core.Tests.Corpus.Reading;

public sealed class ArchiveTests
{
    [Fact]
    public void Entries_are_named_inside_their_archive_and_read_in_the_order_of_their_names()
    {
        var read = ReadFiles.Of("库.zip", Zip(("b/乙.txt", "乙文"), ("a.md", "# 甲"), ("b/a.html", "<p>丙</p>"), ("b/c.csv", "title,body\n丁,文\n"), ("b/d/", "")));
        Assert.Empty(read.Skipped);
        Assert.Equal(["库.zip/a.md", "库.zip/b/a.html", "库.zip/b/c.csv", "库.zip/b/乙.txt"], read.Texts.Select(text => text.File));
        Assert.Equal(["# 甲", "丙\n", "title,body\n丁,文\n", "乙文"], read.Texts.Select(text => text.Text));
    }

    [Fact]
    public void Word_files_and_archives_inside_an_archive_are_read()
    {
        var inner = Zip(("里.txt", "里面"));
        var read = ReadFiles.Of("外.zip", Pack(("文.docx", WordFile.Of(WordFile.Paragraph("正文"))), ("内.zip", inner)));
        Assert.Empty(read.Skipped);
        Assert.Equal(["外.zip/内.zip/里.txt", "外.zip/文.docx"], read.Texts.Select(text => text.File).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Archives_that_lie_too_deep_are_skipped_with_a_reason()
    {
        var archive = Zip(("a.txt", "文"));
        for (var depth = 0; depth < 3; depth++) archive = Pack(("i.zip", archive));
        var read = ReadFiles.Of("o.zip", archive);
        Assert.Empty(read.Texts);
        Assert.Equal(new SkippedFile("o.zip/i.zip/i.zip", "It is an archive inside 2 others: archives are read to a depth of 2."), Assert.Single(read.Skipped));
    }

    [Fact]
    public void Names_in_GBK_are_decoded()
    {
        var gbk = CodePagesEncodingProvider.Instance.GetEncoding(936)!;
        var read = ReadFiles.Of("a.zip", Pack(gbk, ("政策/加氢站管理办法.txt", "文"u8.ToArray())));
        Assert.Equal("a.zip/政策/加氢站管理办法.txt", Assert.Single(read.Texts).File);
    }

    [Theory]
    [InlineData("../../etc/a.txt", "a.zip/etc/a.txt")]
    [InlineData("/etc/a.txt", "a.zip/etc/a.txt")]
    [InlineData("C:\\windows\\a.txt", "a.zip/windows/a.txt")]
    [InlineData("x/./..//a\u0001.txt", "a.zip/x/a_.txt")]
    public void Hostile_names_lead_nowhere(string name, string expected)
    {
        var read = ReadFiles.Of("a.zip", Zip((name, "文")));
        Assert.Equal(expected, Assert.Single(read.Texts).File);
    }

    [Fact]
    public void Entries_of_one_name_stay_distinguishable()
    {
        var read = ReadFiles.Of("a.zip", Zip(("a.txt", "一"), ("../a.txt", "二"), ("./a.txt", "三")));
        Assert.Equal(["a.zip/a.txt", "a.zip/a (2).txt", "a.zip/a (3).txt"], read.Texts.Select(text => text.File));
    }

    [Fact]
    public void Hidden_entries_are_ignored()
    {
        var read = ReadFiles.Of("a.zip", Zip(("__MACOSX/._a.txt", "x"), (".git/a.txt", "x"), ("b/.DS_Store", "x"), ("a.txt", "文")));
        Assert.Empty(read.Skipped);
        Assert.Equal("a.zip/a.txt", Assert.Single(read.Texts).File);
    }

    [Fact]
    public void What_cannot_be_read_inside_is_skipped_with_a_reason_and_the_rest_is_read()
    {
        var read = ReadFiles.Of("a.zip", Pack(("a.pdf", "%PDF-1.7"u8.ToArray()), ("b.txt", "%PDF-1.7"u8.ToArray()), ("c.txt", []), ("d.docx", "x"u8.ToArray()), ("e.txt", "文"u8.ToArray())));
        Assert.Equal("a.zip/e.txt", Assert.Single(read.Texts).File);
        Assert.Equal(
        [
            new("a.zip/a.pdf", "Files of type .pdf are not read."), new("a.zip/b.txt", "Its content is not text but PDF."),
            new("a.zip/c.txt", "The file is empty."), new("a.zip/d.docx", "Its content is damaged."),
        ], read.Skipped);
    }

    [Fact]
    public void An_archive_of_too_many_entries_is_skipped_with_a_reason()
    {
        var entries = Enumerable.Range(0, 11).Select(number => ($"{number}.txt", "文")).ToArray();
        Assert.Equal("The archive holds more than 10 entries.", ReadFiles.Of("a.zip", Zip(entries), new SourceReaderOptions { MaximumArchiveEntries = 10 }).Reason);
    }

    [Fact]
    public void A_list_of_entries_that_goes_on_and_on_is_not_read_to_its_end()
    {
        var entries = Enumerable.Range(0, 30_000).Select(number => ($"{number}{new string('x', 60)}.txt", "")).ToArray();
        Assert.Equal("The archive holds more than 1 entries.", ReadFiles.Of("a.zip", Zip(entries), new SourceReaderOptions { MaximumArchiveEntries = 1 }).Reason);
    }

    [Fact]
    public void An_entry_that_unpacks_too_large_is_skipped_with_a_reason()
    {
        var read = ReadFiles.Of("a.zip", Zip(("a.txt", new string('a', 5000)), ("b.txt", "文")), new SourceReaderOptions { MaximumEntryBytes = 4000 });
        Assert.Equal("a.zip/b.txt", Assert.Single(read.Texts).File);
        Assert.Equal(new SkippedFile("a.zip/a.txt", "It unpacks to more than 4000 bytes."), Assert.Single(read.Skipped));
    }

    [Fact]
    public void An_archive_that_unpacks_too_large_is_read_no_further()
    {
        var read = ReadFiles.Of("a.zip", Zip(("a.txt", new string('a', 3000)), ("b.txt", new string('b', 3000))), new SourceReaderOptions { MaximumArchiveBytes = 4000 });
        Assert.Equal("a.zip/a.txt", Assert.Single(read.Texts).File);
        Assert.Equal(new SkippedFile("a.zip/b.txt", "Its archive unpacks to more than 4000 bytes."), Assert.Single(read.Skipped));
    }

    [Fact]
    public void An_entry_packed_denser_than_text_is_skipped_with_a_reason()
    {
        var read = ReadFiles.Of("a.zip", Zip(("a.txt", new string('a', 5_000_000))));
        Assert.Equal("It unpacks to more than 200 times its size, as text does not.", read.Reason);
    }

    [Fact]
    public void An_entry_that_lies_about_its_size_does_not_get_past_the_limits()
    {
        var archive = Zip(("a.txt", new string('a', 5_000_000)));
        // The central directory says what it unpacks to.
        var entry = archive.AsSpan().LastIndexOf("PK\u0001\u0002"u8);
        BinaryPrimitives.WriteInt32LittleEndian(archive.AsSpan(entry + 24), 100);
        var read = ReadFiles.Of("a.zip", archive);
        Assert.True(read.Texts.Sum(text => text.Text.Length) <= 1 << 20);
    }

    [Fact]
    public void The_limit_counts_for_archives_in_an_archive_together()
    {
        var inner = Zip(("a.txt", new string('a', 3000)));
        var read = ReadFiles.Of("o.zip", Pack(("1.zip", inner), ("2.zip", inner)), new SourceReaderOptions { MaximumArchiveBytes = 5000 });
        Assert.Equal("o.zip/1.zip/a.txt", Assert.Single(read.Texts).File);
        Assert.Equal("o.zip/2.zip/a.txt", Assert.Single(read.Skipped).File);
    }

    [Fact]
    public void A_damaged_archive_is_skipped_with_a_reason()
    {
        var archive = Zip(("a.txt", string.Concat(Enumerable.Range(0, 3000))));
        Assert.Equal("Its content is damaged.", ReadFiles.Of("a.zip", archive[..^30]).Reason);
        archive.AsSpan(40, 200).Fill(0xFF);
        Assert.Single(ReadFiles.Of("a.zip", archive).Skipped);
    }

    [Fact]
    public void A_stream_that_cannot_seek_is_read()
    {
        var archive = Zip(("a.txt", "文"));
        using var stream = new GZipStream(new MemoryStream(Compress(archive)), CompressionMode.Decompress);
        Assert.Equal("文", ReadFiles.Of(new SourceReader().Read("a.zip", stream)).Only.Text);
    }

    private static byte[] Compress(byte[] content)
    {
        var memory = new MemoryStream();
        using (var gzip = new GZipStream(memory, CompressionMode.Compress)) gzip.Write(content);
        return memory.ToArray();
    }

    private static byte[] Zip(params (string Name, string Text)[] entries) => Pack([.. entries.Select(entry => (entry.Name, Encoding.UTF8.GetBytes(entry.Text)))]);

    private static byte[] Pack(params (string Name, byte[] Content)[] entries) => Pack(Encoding.UTF8, entries);

    private static byte[] Pack(Encoding names, params (string Name, byte[] Content)[] entries)
    {
        var memory = new MemoryStream();
        using (var archive = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true, names))
        {
            foreach (var (name, content) in entries)
            {
                using var stream = archive.CreateEntry(name).Open();
                stream.Write(content);
            }
        }

        return memory.ToArray();
    }
}
