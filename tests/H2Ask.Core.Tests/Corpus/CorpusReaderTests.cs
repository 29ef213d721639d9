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
    [InlineData(30_000)]
    [InlineData(100_000)]
    public void A_file_read_in_stretches_gives_documents_at_the_same_places(int length)
    {
        var reader = new CorpusReader(new SourceReaderOptions { StretchLength = length });

        // A compilation is known by its contents, which stand in its first stretch only: the other shapes are the ones that come in any size.
        var dump = reader.Read(Repository.SeedFiles[0]).Documents;

        Assert.All(dump, document => Assert.Equal(Files[document.Document.File][document.Document.Start..document.Document.End], document.Text));
        var whole = Read.Value.Documents.Where(document => document.Document.File == dump[0].Document.File).Select(document => document.Document.Start).ToHashSet();
        // An article longer than a stretch is cut, and what recurs is known in part only.
        Assert.True(dump.Count(document => whole.Contains(document.Document.Start)) >= 0.97 * whole.Count);
    }

    [Fact]
    public void Passages_are_as_long_as_is_asked_for()
    {
        var passages = new CorpusReader(passages: new PassageOptions { Minimum = 60, Maximum = 160 }).Read(Repository.SeedFiles[2]).Documents[0].Passages;

        Assert.True(passages.Average(passage => passage.Text.Length) < 160);
        Assert.True(passages.Count > Read.Value.Documents.First(document => document.Document.File == Path.GetFileName(Repository.SeedFiles[2])).Passages.Count);
    }
}
