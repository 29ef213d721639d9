using H2Ask.Core.Corpus.Reading;
using H2Ask.Core.Corpus.Splitting;
using H2Ask.Tests;
using Xunit.Abstractions;

namespace H2Ask.Core.Tests.Corpus.Splitting;

/// <summary>The splitter over the corpus that ships.</summary>
public sealed class SplittingCorpusTests(ITestOutputHelper output)
{
    [Fact]
    public void Drafts_of_the_corpus_are_in_order_and_in_the_text()
    {
        foreach (var file in Repository.SeedFiles)
        {
            var text = File.ReadAllText(file);
            Texts.AssertValid(text, Texts.Split(text));
        }
    }

    [Theory]
    [InlineData(20_000)]
    [InlineData(90_000)]
    public void A_file_read_in_stretches_holds_the_same_documents(int length)
    {
        foreach (var file in Repository.SeedFiles)
        {
            var text = File.ReadAllText(file);
            var whole = Texts.Split(text, Path.GetFileName(file));

            var stretches = InStretches(text, Path.GetFileName(file), length);

            // What recurs is known in part only; that may cost a document in a hundred.
            var same = stretches.Count(draft => whole.Any(other => (other.Span.Start, other.Title) == (draft.Start, draft.Title)));
            output.WriteLine($"{Path.GetFileName(file)}: {same} of {whole.Count} and {stretches.Count}");
            Assert.True(same * 100 >= whole.Count * 99 && same * 100 >= stretches.Count * 99);
        }
    }

    private static List<(int Start, string Title)> InStretches(string text, string file, int length)
    {
        var drafts = new List<(int, string)>();
        var (at, take) = (0, length);
        var shape = FileShape.Unknown;
        while (at < text.Length)
        {
            var end = Math.Min(text.Length, at + take);
            var split = DocumentSplitter.Split(new SourceText { File = file, Text = text[at..end], Offset = at, Continues = end < text.Length }, shape);
            shape = split.Shape;
            drafts.AddRange(split.Documents.Select(draft => (draft.Span.Start + at, draft.Title)));
            take = split.Consumed == 0 ? 2 * take : length;
            at += split.Consumed;
        }

        return drafts;
    }
}
