using H2Ask.Core.Corpus;
using H2Ask.Core.Corpus.Duplicates;
using H2Ask.Core.Corpus.Passages;
using H2Ask.Core.Corpus.Reading;
using H2Ask.Core.Corpus.Splitting;
using H2Ask.Core.Text;
using H2Ask.Tests;

namespace H2Ask.Core.Tests.Corpus.Duplicates;

public class NearDuplicatesTests
{
    private static readonly string Plan = File.ReadAllText(Repository.SeedFiles[2])[2000..9000];
    private static readonly string Other = File.ReadAllText(Repository.SeedFiles[1])[..5000];

    [Fact]
    public void A_repost_with_other_blanks_and_widths_repeats_the_earlier_document()
    {
        var linked = Link(("first", Plan), ("other", Other), ("second", Plan.Replace("，", ",", StringComparison.Ordinal).Replace("%", "％", StringComparison.Ordinal)));
        Assert.Null(linked[0].Document.DuplicateOf);
        Assert.Null(linked[1].Document.DuplicateOf);
        Assert.Equal("first", linked[2].Document.DuplicateOf);
    }

    [Fact]
    public void The_fuller_document_is_kept()
    {
        var linked = Link(("part", Plan[..5000]), ("whole", Plan));
        Assert.Equal("whole", linked[0].Document.DuplicateOf);
        Assert.Null(linked[1].Document.DuplicateOf);
    }

    [Fact]
    public void A_quotation_makes_twins_of_passages_but_no_duplicate_of_documents()
    {
        var linked = Link(("plan", Plan), ("report", Other + "\n" + Plan[..1500]));
        Assert.All(linked, document => Assert.Null(document.Document.DuplicateOf));
        var twins = linked[1].Passages.SelectMany(passage => passage.Twins).ToHashSet();
        Assert.NotEmpty(twins);
        Assert.Subset(linked[0].Passages.Select(passage => passage.Id).ToHashSet(), twins);
        Assert.All(linked[0].Passages.Where(passage => twins.Contains(passage.Id)), passage => Assert.NotEmpty(passage.Twins));
    }

    [Fact]
    public void The_same_target_with_another_number_is_no_twin_of_its_own_making()
    {
        var linked = Link(("a", "到2025年，建成加氢站30座。"), ("b", "到2025年，建成加氢站50座。"));
        Assert.All(linked, document => Assert.Empty(Assert.Single(document.Passages).Twins));
    }

    [Fact]
    public void Very_many_copies_all_repeat_the_first()
    {
        var linked = Link([.. Enumerable.Range(0, 30).Select(copy => ($"copy {copy}", Plan[..1500]))]);
        Assert.Null(linked[0].Document.DuplicateOf);
        Assert.All(linked.Skip(1), document => Assert.Equal("copy 0", document.Document.DuplicateOf));
        Assert.All(linked, document => Assert.All(document.Passages, passage => Assert.NotEmpty(passage.Twins)));
    }

    [Fact]
    public void Of_copies_of_growing_length_the_fullest_is_left()
    {
        // Neighbours are equally full, the first and the last are not.
        var linked = Link(("short", Plan[..4650]), ("middle", Plan[..4800]), ("long", Plan[..5000]));
        Assert.Single(linked, document => document.Document.DuplicateOf is null);
    }

    [Fact]
    public void An_empty_corpus_stays_empty() => Assert.Empty(NearDuplicates.Link([]));

    private static IReadOnlyList<CorpusDocument> Link(params (string Id, string Text)[] texts) => NearDuplicates.Link(texts.Select(entry =>
    {
        var source = new SourceText { File = entry.Id, Text = entry.Text };
        var draft = new DraftDocument { Span = new TextSpan(0, entry.Text.Length), Title = "" };
        var cut = new DocumentCutter().Cut(source, draft, entry.Id);
        var document = new PolicyDocument { Id = entry.Id, File = entry.Id, Start = 0, End = entry.Text.Length, Title = "" };
        return new CorpusDocument(document, entry.Text, cut.Passages);
    }).ToList());
}
