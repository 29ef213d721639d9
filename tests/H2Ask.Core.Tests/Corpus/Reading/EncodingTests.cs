using System.Text;
using FsCheck;
using FsCheck.Fluent;
using H2Ask.Core.Corpus.Reading;
using H2Ask.Tests;

namespace H2Ask.Core.Tests.Corpus.Reading;

public sealed class EncodingTests
{
    private const string Chinese = "关于印发《氢能产业发展规划（2021—2035年）》的通知\r\n各区县人民政府，市政府各部门：\n到2025年，建成加氢站50座，“绿氢”产能1.5万吨/年。\n";

    private static readonly Encoding Gb18030 = CodePagesEncodingProvider.Instance.GetEncoding(54936)!;

    public static TheoryData<string, bool> Encodings => new()
    {
        { "utf-8", false }, { "utf-8", true }, { "utf-16", false }, { "utf-16", true }, { "utf-16BE", false }, { "utf-16BE", true }, { "gb18030", false }, { "gb18030", true },
    };

    [Theory]
    [MemberData(nameof(Encodings))]
    public void A_text_is_decoded_from_each_encoding_with_and_without_its_mark(string encoding, bool marked)
    {
        Assert.Equal(Chinese, ReadFiles.Of("a.txt", Encode(Chinese, encoding, marked)).Only.Text);
    }

    [Theory]
    [MemberData(nameof(Encodings))]
    public void A_text_longer_than_the_sample_is_decoded_to_its_end(string encoding, bool marked)
    {
        var text = string.Concat(Enumerable.Repeat(Chinese + "㐀𠮷 x\n", 3000));
        Assert.Equal(text, ReadFiles.Of("a.txt", Encode(text, encoding, marked)).Only.Text);
    }

    [Fact]
    public void Characters_of_four_bytes_in_GB18030_are_decoded()
    {
        const string text = "㐀㐁㑇𠮷𡈽㙍鿿，地名用字。\n";
        Assert.Equal(text, ReadFiles.Of("a.txt", Gb18030.GetBytes(text)).Only.Text);
    }

    [Fact]
    public void Characters_that_GBK_has_and_GB2312_has_not_are_decoded()
    {
        const string text = "朱镕基、鎮江、喆、堃，以及普通的文字若干：关于加强管理的通知。";
        Assert.Equal(text, ReadFiles.Of("a.txt", Gb18030.GetBytes(text)).Only.Text);
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("gb18030")]
    public void The_first_Chinese_character_may_come_after_megabytes_of_ASCII(string encoding)
    {
        var text = new string('a', 1_000_003) + Chinese + new string('b', 300_000) + Chinese;
        Assert.Equal(text, ReadFiles.Of("a.txt", Encode(text, encoding, false)).Only.Text);
    }

    [Fact]
    public void ASCII_only_is_read()
    {
        Assert.Equal("Plain text.\n", ReadFiles.Of("a.txt", "Plain text.\n").Only.Text);
    }

    [Fact]
    public void UTF8_that_ends_inside_a_character_is_read_with_a_replacement_at_its_end()
    {
        var bytes = Encoding.UTF8.GetBytes("加氢站管理办法")[..^1];
        Assert.Equal("加氢站管理办\uFFFD", ReadFiles.Of("a.txt", bytes).Only.Text);
    }

    [Fact]
    public void GB18030_that_ends_inside_a_character_is_read_with_a_replacement_at_its_end()
    {
        var bytes = Gb18030.GetBytes("加氢站管理办法")[..^1];
        Assert.Equal("加氢站管理办\uFFFD", ReadFiles.Of("a.txt", bytes).Only.Text);
    }

    [Fact]
    public void A_damaged_byte_in_UTF8_does_not_make_it_GB18030()
    {
        var bytes = Encoding.UTF8.GetBytes(Chinese);
        bytes[20] = 0xFF;
        var text = ReadFiles.Of("a.txt", bytes).Only.Text;
        Assert.Contains('\uFFFD', text);
        Assert.EndsWith("万吨/年。\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Text_in_another_encoding_is_skipped_with_a_reason()
    {
        var japanese = CodePagesEncodingProvider.Instance.GetEncoding(1251)!.GetBytes("Правила хранения водорода и порядок их применения");
        Assert.Equal("Its encoding is neither UTF-8 nor UTF-16 nor GB18030.", ReadFiles.Of("a.txt", japanese).Reason);
    }

    [Fact]
    public void Line_ends_stay_as_they_are()
    {
        Assert.Equal("一\r\n二\n三\r四\r\n", ReadFiles.Of("a.txt", "一\r\n二\n三\r四\r\n").Only.Text);
    }

    [Fact]
    public void The_corpus_is_decoded_as_UTF8()
    {
        var seeds = Repository.Seeds;
        var read = ReadFiles.Of(new SourceReader().Read(seeds));
        Assert.Empty(read.Skipped);
        Assert.All(read.Texts, text => Assert.Equal(File.ReadAllText(Path.Combine(seeds, text.File), new UTF8Encoding(false)), text.Text));
        Assert.Equal(Directory.GetFiles(seeds).Select(Path.GetFileName).Order(StringComparer.Ordinal), read.Texts.Select(text => text.File));
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("gb18030")]
    public void The_corpus_reads_the_same_in_other_encodings(string encoding)
    {
        Assert.All(Repository.SeedFiles, path =>
        {
            var text = File.ReadAllText(path);
            Assert.Equal(text, ReadFiles.Of("a.txt", Encode(text, encoding, false)).Only.Text);
        });
    }

    [Fact]
    public void Random_bytes_never_throw_in_any_format()
    {
        var bytes = ArbMap.Default.GeneratorFor<byte>().ArrayOf();
        var hostile = Gen.OneOf(
            bytes,
            bytes.Select(tail => (byte[])[.. "PK\u0003\u0004"u8, .. tail]),
            bytes.Select(tail => (byte[])[.. "<table><td>"u8, .. tail]),
            Gen.Elements("<", ">", "\"", ",", "\n", "\r", "|", "#", "-", "<td>", "<h1>", "</", "中", "\u0000", "`", "[", "table", "=", "&")
                .ArrayOf().Select(parts => Encoding.UTF8.GetBytes(string.Concat(parts))));
        var names = Gen.Elements("a.txt", "a.md", "a.csv", "a.html", "a.docx", "a.zip");
        Prop.ForAll(hostile.Zip(names).ToArbitrary(), input =>
        {
            var (content, name) = input;
            var read = ReadFiles.Of(name, content, new SourceReaderOptions { StretchLength = 64 });
            Assert.True(read.Texts.Count > 0 || read.Skipped.Count > 0 || name == "a.zip");
            Assert.All(read.Texts, text => Assert.All(text.Marks, mark => Assert.True(mark.Span.Start >= 0 && mark.Span.Start < mark.Span.End && mark.Span.End <= text.Text.Length)));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(3000).WithEndSize(400));
    }

    private static byte[] Encode(string text, string encoding, bool marked)
    {
        var chosen = encoding switch { "gb18030" => Gb18030, "utf-8" => new UTF8Encoding(false), _ => Encoding.GetEncoding(encoding) };
        return chosen.GetBytes(marked ? "\uFEFF" + text : text);
    }
}
