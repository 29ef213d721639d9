using H2Ask.Core.Answering;
using H2Ask.Core.Index;
using H2Ask.Core.Tests.Index;
using H2Ask.Tests;

namespace H2Ask.Core.Tests.Answering;

public sealed class ExtractiveAnswererTests(SeedsIndex corpus) : IClassFixture<SeedsIndex>
{
    private static readonly Dictionary<string, string> Files =
        Directory.EnumerateFiles(Repository.Seeds).ToDictionary(path => Path.GetFileName(path)!, File.ReadAllText);

    [Theory]
    [InlineData("南京市加氢站安全管理由哪些部门负责？")]
    [InlineData("定州市氢能产业规模目标")]
    [InlineData("青岛西海岸新区加氢站数量")]
    [InlineData("山东 hydrogen 氢能产业 2025 总产值目标")]
    public async Task Every_statement_is_proved_by_a_quote_that_stands_at_its_place(string question)
    {
        var answer = await ExtractiveAnswerer.AnswerAsync(corpus.Index, question, [], SearchFilters.None, top: 6);

        Assert.True(answer.Answered);
        Assert.NotEmpty(answer.Statements);
        Assert.All(answer.Statements, statement => Assert.NotEmpty(statement.Citations));
        Assert.Equal(Enumerable.Range(1, answer.Citations.Count), answer.Statements.SelectMany(statement => statement.Citations).Distinct().Order());
        Assert.All(answer.Citations, citation =>
            Assert.Equal(Files[citation.Source.Document.Document.File][citation.Start..citation.End], citation.Quote));
    }

    [Fact]
    public async Task What_the_corpus_does_not_say_is_refused_with_what_is_nearest()
    {
        var answer = await ExtractiveAnswerer.AnswerAsync(corpus.Index, "西红柿炒鸡蛋怎么做才好吃", [], SearchFilters.None, top: 6);

        Assert.False(answer.Answered);
        Assert.Empty(answer.Citations);
        Assert.NotEmpty(answer.Hits);
    }

    [Fact]
    public async Task A_question_without_any_word_of_the_corpus_is_refused()
    {
        var answer = await ExtractiveAnswerer.AnswerAsync(corpus.Index, "！？🙂", [], SearchFilters.None, top: 6);

        Assert.False(answer.Answered);
        Assert.Empty(answer.Hits);
    }

    [Fact]
    public async Task A_filter_keeps_the_answer_to_its_files()
    {
        var file = Files.Keys.Order().First();

        var answer = await ExtractiveAnswerer.AnswerAsync(corpus.Index, "加氢站安全管理", [], new SearchFilters { Files = [file] }, top: 6);

        Assert.NotEmpty(answer.Hits);
        Assert.All(answer.Hits, hit => Assert.Equal(file, hit.Document.Document.File));
    }

    [Fact]
    public async Task A_refusal_says_that_only_the_filtered_documents_were_searched()
    {
        var one = corpus.Index.Documents[0].Document.File;

        var answer = await ExtractiveAnswerer.AnswerAsync(corpus.Index, "三亚的氢能补贴多少钱", [], new SearchFilters { Files = [one] }, top: 6);

        Assert.False(answer.Answered);
        Assert.Equal("只查找了筛选范围内的文件。", answer.Notice);
    }

    [Fact]
    public async Task A_passage_that_has_no_other_beside_it_is_quoted_where_it_says_what_is_asked()
    {
        using var documents = new TemporaryFolder();
        using var folder = new TemporaryFolder();
        documents.With("a.txt", "氢能产业发展规划\n大力支持可再生能源制氢项目落地。鼓励企业参与国际标准制定工作。本市按每公斤二十元给予加氢站运营补贴。\n");
        using var model = ModelEmbedder.Choose(Path.Combine(Repository.Root, "models", "h2ask-embed-zh"))!;
        IndexMaking.Run([documents.Path], folder.Path, new IndexingOptions { Embedder = model });
        using var index = new IndexFolder(folder.Path).Open(model);

        var answer = await ExtractiveAnswerer.AnswerAsync(index, "加氢站运营补贴每公斤多少元", [], SearchFilters.None, top: 6);

        Assert.Single(answer.Hits);
        Assert.Equal("本市按每公斤二十元给予加氢站运营补贴。", Assert.Single(answer.Citations).Quote);
    }
}
