using System.Text;
using System.Text.RegularExpressions;
using H2Ask.Core.Corpus;
using H2Ask.Core.Corpus.Passages;
using H2Ask.Core.Corpus.Reading;
using H2Ask.Tests;

namespace H2Ask.Core.Tests.Corpus;

/// <summary>The corpus that ships, read through all stages.</summary>
public sealed class CorpusReaderTests
{
    private static readonly Lazy<ReadCorpus> Read = new(() => new CorpusReader().Read(Repository.Seeds));

    private static readonly Dictionary<string, string> Files = Repository.SeedFiles.ToDictionary(path => Path.GetFileName(path), File.ReadAllText);

    [Fact]
    public void Nothing_is_skipped_and_every_file_gives_documents()
    {
        Assert.Empty(Read.Value.Skipped);
        Assert.Equal(Files.Keys.Order(), Read.Value.Documents.Select(document => document.Document.File).Distinct().Order());
    }

    [Fact]
    public void Documents_passages_and_sections_stand_where_they_say()
    {
        foreach (var (known, text, passages) in Read.Value.Documents)
        {
            Assert.Equal(Files[known.File][known.Start..known.End], text);
            Assert.NotEmpty(passages);
            Assert.All(passages, passage =>
            {
                Assert.Equal(Files[known.File][passage.Start..passage.End], passage.Text);
                Assert.InRange(passage.Start, known.Start, known.End);
                Assert.InRange(passage.End, known.Start, known.End);
            });
            Assert.All(known.Sections, section => Assert.True(section.Start >= known.Start && section.Start < section.End && section.End <= known.End));
        }
    }

    [Fact]
    public void Ids_are_names_of_one_thing_each()
    {
        Assert.Distinct(Read.Value.Documents.Select(document => document.Document.Id));
        Assert.Distinct(Read.Value.Documents.SelectMany(document => document.Passages).Select(passage => passage.Id));
    }

    [Fact]
    public void Reading_again_gives_the_same_ids() => Assert.Equal(
        Read.Value.Documents.SelectMany(document => document.Passages).Select(passage => passage.Id),
        new CorpusReader().Read(Repository.Seeds).Documents.SelectMany(document => document.Passages).Select(passage => passage.Id));

    [Theory]
    [InlineData("推荐阅读")]
    [InlineData("点击阅读原文")]
    [InlineData("光伏产业论坛")]
    [InlineData(@"\.{4,}\s*\d")]
    public void Adverts_and_contents_are_in_no_passage(string junk) => Assert.DoesNotContain(
        Read.Value.Documents.SelectMany(document => document.Passages), passage => Regex.IsMatch(passage.Text, junk));

    [Fact]
    public void Links_lead_to_documents_and_passages_that_exist()
    {
        var documents = Read.Value.Documents.Select(document => document.Document.Id).ToHashSet();
        var passages = Read.Value.Documents.SelectMany(document => document.Passages).ToDictionary(passage => passage.Id);

        Assert.All(Read.Value.Documents, document => Assert.All(
            new[] { document.Document.ReportOf, document.Document.DuplicateOf, document.Document.SupersededBy }.OfType<string>(), id =>
            {
                Assert.Contains(id, documents);
                Assert.NotEqual(document.Document.Id, id);
            }));
        Assert.All(passages.Values, passage => Assert.All(passage.Twins, twin => Assert.Contains(passage.Id, passages[twin].Twins)));
        Assert.Contains(Read.Value.Documents, document => document.Document.ReportOf is not null);
        Assert.Contains(Read.Value.Documents, document => document.Document.DuplicateOf is not null);
        Assert.Contains(passages.Values, passage => passage.Twins.Count > 0);
    }

    [Theory]
    [InlineData(0, 30_000)]
    [InlineData(0, 100_000)]
    [InlineData(4, 30_000)]
    [InlineData(4, 100_000)]
    public void A_file_read_in_stretches_gives_documents_at_the_same_places(int file, int length)
    {
        var reader = new CorpusReader(new SourceReaderOptions { StretchLength = length });

        var documents = reader.Read(Repository.SeedFiles[file]).Documents;

        Assert.All(documents, document => Assert.Equal(Files[document.Document.File][document.Document.Start..document.Document.End], document.Text));
        var whole = Read.Value.Documents.Where(document => document.Document.File == documents[0].Document.File).Select(document => document.Document.Start).ToHashSet();
        // A document longer than half a stretch is cut, and what recurs is known in part only.
        var same = documents.Count(document => whole.Contains(document.Document.Start));
        Assert.True(same >= 0.97 * whole.Count && same >= 0.9 * documents.Count, $"{same} of {whole.Count} and {documents.Count}");
    }

    [Fact]
    public void The_last_articles_of_a_file_read_in_stretches_are_articles()
    {
        var body = string.Concat(Enumerable.Repeat("供水安全工作要完善体制机制，强化要素保障。", 20));
        var rows = Enumerable.Range(1, 40).Select(i => $"第{i}个水库开工！,近日，某县第{i}个水库开工。{body}\n").ToList();
        for (var take = 20; take <= rows.Count; take++)
        {
            var text = string.Concat(rows[..take]);

            var documents = ReadText("a.txt", text, 4_000);

            Assert.Equal(Enumerable.Range(1, take).Select(i => $"第{i}个水库开工！"), documents.Select(document => document.Described.Document.Title));
        }
    }

    [Fact]
    public void A_row_longer_than_a_stretch_keeps_its_title()
    {
        var body = string.Concat(Enumerable.Repeat("供水安全工作要完善体制机制，强化要素保障。", 200));

        var documents = ReadText("a.csv", $"title,body\n甲县水库开工！,{body}\n乙县水库开工！,乙县水库近日开工。\n", 1_000);

        Assert.Equal("甲县水库开工！", documents[0].Described.Document.Title);
        Assert.Equal("乙县水库开工！", documents[^1].Described.Document.Title);
        Assert.True(documents.Sum(document => document.Text.Length) >= body.Length);
    }

    private static List<UnlinkedDocument> ReadText(string name, string text, int length)
    {
        var options = new SourceReaderOptions { StretchLength = length };
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(text));
        return [.. new CorpusReader(options).Read(new SourceReader(options).Read(name, content))];
    }

    [Fact]
    public void Passages_are_as_long_as_is_asked_for()
    {
        var passages = new CorpusReader(passages: new PassageOptions { Minimum = 60, Maximum = 160 }).Read(Repository.SeedFiles[2]).Documents[0].Passages;

        Assert.True(passages.Average(passage => passage.Text.Length) < 160);
        Assert.True(passages.Count > Read.Value.Documents.First(document => document.Document.File == Path.GetFileName(Repository.SeedFiles[2])).Passages.Count);
    }
}
