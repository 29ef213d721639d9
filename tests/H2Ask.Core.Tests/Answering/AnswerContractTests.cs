using System.Text.Json;
using H2Ask.Core.Answering;
using H2Ask.Core.Index;
using H2Ask.Core.Tests.Index;
using H2Ask.Tests;

namespace H2Ask.Core.Tests.Answering;

/// <summary>What holds of every answer, over questions of our own of the corpus that ships.</summary>
public sealed class AnswerContractTests(SeedsIndex corpus) : IClassFixture<SeedsIndex>
{
    /// <summary>So that some sixty are asked.</summary>
    private const int EachOf = 45;

    private static readonly Dictionary<string, string> Files = Repository.SeedFiles.ToDictionary(path => Path.GetFileName(path), File.ReadAllText);

    private static readonly string[] Questions =
    [
        .. File.ReadLines(Path.Combine(Repository.Root, "models", "train", "questions", "answers.jsonl")).Where((_, line) => line % EachOf == 0)
            .Select(line => JsonDocument.Parse(line).RootElement.GetProperty("question").GetString()!),
    ];

    [Fact]
    public Task Answers_by_words_alone_keep_the_contract() => AssertContractAsync(corpus.Index);

    [Fact]
    public async Task Answers_by_meaning_keep_the_contract()
    {
        using var folder = new TemporaryFolder();
        using var model = ModelEmbedder.Choose(Path.Combine(Repository.Root, "models", "h2ask-embed-zh"))!;
        IndexMaking.Run([Repository.Seeds], folder.Path, new IndexingOptions { Embedder = model });
        using var index = new IndexFolder(folder.Path).Open(model);

        await AssertContractAsync(index);
    }

    private static async Task AssertContractAsync(EmbeddedIndex index)
    {
        var answered = 0;
        foreach (var question in Questions)
        {
            var answer = await ExtractiveAnswerer.AnswerAsync(index, question, [], SearchFilters.None, ExtractiveAnswerer.UsualPassages);

            Assert.InRange(answer.Confidence, 0, 1);
            Assert.InRange(answer.Hits.Count, answer.Answered ? 1 : 0, ExtractiveAnswerer.UsualPassages);
            Assert.NotEmpty(answer.Text);
            if (answer.Answered) answered++;
            if (answer.Answered) AssertProved(answer);
            else AssertRefused(answer);
        }

        // Not all are answered and not all refused: both kinds are looked at.
        Assert.InRange(answered, 5, Questions.Length - 5);
    }

    private static void AssertProved(Answer answer)
    {
        Assert.NotEmpty(answer.Statements);
        Assert.All(answer.Statements, statement => Assert.NotEmpty(statement.Citations));
        Assert.All(answer.Statements, statement => Assert.False(string.IsNullOrWhiteSpace(statement.Text)));
        Assert.Equal(Enumerable.Range(1, answer.Citations.Count), answer.Statements.SelectMany(statement => statement.Citations).Distinct());
        Assert.Equal(Enumerable.Range(1, answer.Citations.Count), answer.Citations.Select(citation => citation.Number));
        Assert.Equal(answer.Text, string.Join('\n', answer.Statements.Select(statement => statement.Line)));
        Assert.All(answer.Citations, citation =>
        {
            Assert.Equal(Files[citation.Source.Document.Document.File][citation.Start..citation.End], citation.Quote);
            Assert.False(string.IsNullOrWhiteSpace(citation.Quote));
            Assert.InRange(citation.Start, citation.Source.Passage.Start, citation.End);
            Assert.InRange(citation.End, citation.Start, citation.Source.Passage.End);
            Assert.DoesNotContain(citation.Twins, twin => twin.Passage.Id == citation.Source.Passage.Id);
        });
    }

    private static void AssertRefused(Answer answer)
    {
        Assert.Empty(answer.Statements);
        Assert.Empty(answer.Citations);
        Assert.Null(answer.Notice);
        Assert.DoesNotContain('\n', answer.Text);
    }
}
