using System.Text;
using System.Text.Json;
using H2Ask.Core.Corpus.Reading;
using H2Ask.Core.Corpus.Splitting;
using Xunit.Abstractions;

namespace H2Ask.Core.Tests.Corpus.Splitting;

/// <summary>Measures the splitter by the documents that readers labelled in the corpus.</summary>
public sealed class SplittingLabelTests(ITestOutputHelper output)
{
    private const double Least = 0.97;

    [Fact]
    public void Boundaries_and_titles_are_those_that_readers_found()
    {
        var labels = File.ReadLines(Path.Combine(Texts.Root, "tests", "H2Ask.Core.Tests", "Corpus", "labels.jsonl")).Select(line => JsonDocument.Parse(line).RootElement).ToList();
        var documents = Texts.CorpusFiles.ToDictionary(file => Path.GetFileName(file), file => Texts.Split(File.ReadAllText(file), Path.GetFileName(file)));
        // Where readers doubted that there is a document, finding it is no fault and missing it none.
        var sure = labels.Where(label => RoleOf(label) != "reprint" || IsSure(label, "role")).ToList();
        var found = documents.Sum(file => file.Value.Count(draft => labels.Exists(label => FileOf(label) == file.Key && StartOf(label) == draft.Span.Start)));
        var drafts = documents.Sum(file => file.Value.Count);

        Report("boundaries, to the character", found, drafts, sure.Count(label => Draft(label, 0) is not null), sure.Count);
        Report("boundaries, within five", drafts - documents.Sum(file => file.Value.Count(draft =>
            !labels.Exists(label => FileOf(label) == file.Key && Math.Abs(StartOf(label) - draft.Span.Start) <= 5))), drafts, sure.Count(label => Draft(label, 5) is not null), sure.Count);
        var titled = labels.Where(label => IsSure(label, "title") && label.GetProperty("title").ValueKind == JsonValueKind.String && Draft(label, 0) is not null).ToList();
        var right = titled.Count(label => Plain(label.GetProperty("title").GetString()!) == Plain(Draft(label, 0)!.Title));
        output.WriteLine($"titles: {right} of {titled.Count}");
        foreach (var label in titled.Where(label => Plain(label.GetProperty("title").GetString()!) != Plain(Draft(label, 0)!.Title)))
        {
            output.WriteLine($"  {label.GetProperty("title").GetString()} is called {Draft(label, 0)!.Title}");
        }

        Assert.True(labels.Count > 200);
        Assert.True(found >= Least * drafts, "precision of boundaries");
        Assert.True(sure.Count(label => Draft(label, 0) is not null) >= Least * sure.Count, "recall of boundaries");
        Assert.True(right >= Least * titled.Count, "titles");

        DraftDocument? Draft(JsonElement label, int within) =>
            documents[FileOf(label)].FirstOrDefault(draft => Math.Abs(draft.Span.Start - StartOf(label)) <= within);
    }

    [Fact]
    public void Drafts_of_the_corpus_are_in_order_and_in_the_text()
    {
        foreach (var file in Texts.CorpusFiles)
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
        foreach (var file in Texts.CorpusFiles)
        {
            var text = File.ReadAllText(file);
            var whole = Texts.Split(text, Path.GetFileName(file));

            var stretches = InStretches(text, Path.GetFileName(file), length);

            // What recurs, and what a contents table lists, is known in part only; that may cost a document in a hundred.
            var same = stretches.Count(draft => whole.Any(other => (other.Span.Start, other.Title) == (draft.Start, draft.Title)));
            output.WriteLine($"{Path.GetFileName(file)}: {same} of {whole.Count} and {stretches.Count}");
            Assert.True(same * 100 >= whole.Count * 99 && same * 100 >= stretches.Count * 99);
        }
    }

    private static List<(int Start, string Title)> InStretches(string text, string file, int length)
    {
        var drafts = new List<(int, string)>();
        var (at, take) = (0, length);
        while (at < text.Length)
        {
            var end = Math.Min(text.Length, at + take);
            var split = DocumentSplitter.Split(new SourceText { File = file, Text = text[at..end], Offset = at, Continues = end < text.Length });
            drafts.AddRange(split.Documents.Select(draft => (draft.Span.Start + at, draft.Title)));
            take = split.Consumed == 0 ? 2 * take : length;
            at += split.Consumed;
        }

        return drafts;
    }

    private void Report(string what, int right, int drafts, int recalled, int labels) =>
        output.WriteLine($"{what}: precision {right}/{drafts} = {(double)right / drafts:0.000}, recall {recalled}/{labels} = {(double)recalled / labels:0.000}");

    private static string FileOf(JsonElement label) => label.GetProperty("file").GetString()!;

    private static string RoleOf(JsonElement label) => label.GetProperty("role").GetString()!;

    private static int StartOf(JsonElement label) => label.GetProperty("start").GetInt32();

    private static bool IsSure(JsonElement label, string field) => !label.GetProperty("sure").TryGetProperty(field, out var sure) || sure.GetBoolean();

    private static string Plain(string title)
    {
        var plain = title.Normalize(NormalizationForm.FormKC).Replace("\"\"", "\"", StringComparison.Ordinal).Replace('—', '-').Replace('–', '-');
        return string.Concat(plain.Where(c => !char.IsWhiteSpace(c)));
    }
}
