using H2Ask.Core.Answering;
using H2Ask.Core.Answering.Extractive;
using H2Ask.Core.Index;
using H2Ask.Core.Retrieval;
using H2Ask.Core.Text;
using H2Ask.Tests;

namespace H2Ask.Core.Tests.Answering.Extractive;

/// <summary>Lists longer than a passage, in an index without vectors.</summary>
public sealed class ListStatingTests : IDisposable
{
    private static readonly string Body = string.Concat(Enumerable.Repeat("统筹各方面的力量形成合力，细化分解年度目标并逐级压实责任，定期开展督导评估。", 4));

    private static readonly string Text = $"""
        临沂市氢能产业发展规划
        一、重点任务
        （一）夯实制氢产业基础。{Body}
        （二）完善加氢设施网络。{Body}
        二、保障措施
        （一）加强组织领导。{Body}
        （二）强化要素供给。{Body}
        （三）健全监管机制。{Body}
        （四）深化交流合作。{Body}
        第三章 附则
        本规划由市发展改革委解释。
        """;

    private static readonly string[] Numerals = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二", "十三", "十四", "十五", "十六", "十七", "十八", "十九", "二十"];

    private readonly TemporaryFolder _corpus = new();
    private readonly TemporaryFolder _folder = new();
    private readonly EmbeddedIndex _index;

    public ListStatingTests()
    {
        _corpus.With("linyi.txt", Text);
        IndexMaking.Run([_corpus.Path], _folder.Path);
        _index = new IndexFolder(_folder.Path).Open();
    }

    [Fact]
    public async Task Of_a_list_in_several_passages_the_heads_are_stated_each_with_its_quote()
    {
        var answer = await AskAsync("临沂市氢能产业发展规划的保障措施有哪些？");

        var texts = answer.Statements.Select(statement => statement.Text).ToList();
        Assert.Contains("保障措施", texts[0], StringComparison.Ordinal);
        string[] heads = ["（一）加强组织领导。", "（二）强化要素供给。", "（三）健全监管机制。", "（四）深化交流合作。"];
        Assert.All(heads, head => Assert.Single(texts, text => text.Contains(head, StringComparison.Ordinal)));
        Assert.All(answer.Citations, citation => Assert.Equal(Text[citation.Start..citation.End], citation.Quote));
        Assert.All(answer.Citations, citation => Assert.InRange(citation.Start, citation.Source.Passage.Start, citation.Source.Passage.End));
        Assert.DoesNotContain(texts, text => text.Contains("制氢产业", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Other_numbers_of_things_than_the_list_has_are_not_answered_by_it()
    {
        var answer = await AskAsync("临沂市氢能产业发展规划的九项保障措施是哪九项？");

        Assert.DoesNotContain(answer.Statements, statement => statement.Text == "（四）深化交流合作。");
    }

    [Theory]
    [InlineData("德州市氢能产业发展规划的保障措施有哪些？")]
    [InlineData("德州市氢能产业发展规划的五项保障措施是哪五项？")]
    public async Task A_list_that_goes_on_beyond_the_passages_around_is_read_on(string question)
    {
        var answer = await AskOfAsync(LongText("德州市", 24), question);

        Assert.Contains(answer.Statements, statement => statement.Text.Contains("（一）加强组织领导。", StringComparison.Ordinal));
        Assert.Contains(answer.Statements, statement => statement.Text.Contains("（五）严守安全底线。", StringComparison.Ordinal));
        Assert.DoesNotContain(answer.Statements, statement => statement.Note is not null);
    }

    [Fact]
    public async Task What_is_too_long_to_be_read_to_its_end_is_said_to_go_on()
    {
        var answer = await AskOfAsync(LongText("聊城市", 150), "聊城市氢能产业发展规划的保障措施有哪些？");

        Assert.Contains(answer.Statements, statement => statement.Text.Contains("（一）加强组织领导。", StringComparison.Ordinal));
        Assert.Contains(answer.Statements, statement => statement.Note == "后面还有");
    }

    [Fact]
    public async Task Of_a_list_that_has_too_many_items_to_be_stated_the_others_are_counted()
    {
        var text = $"滨州市氢能产业发展规划\n一、重点任务\n{Body}\n二、保障措施\n{string.Concat(Numerals.Select(number => $"（{number}）加强第{number}方面的管理并推进各类制度体系建设，为产业的健康发展营造良好的环境氛围。\n"))}三、附则\n本规划由市发展改革委解释。\n";
        var answer = await AskOfAsync(text, "滨州市氢能产业发展规划的保障措施有哪些？");

        var stated = answer.Statements.Count(statement => statement.Text.Contains("制度体系建设", StringComparison.Ordinal));
        Assert.InRange(stated, 2, 19);
        Assert.Equal($"后面还有{20 - stated}项", answer.Statements[^1].Note);
    }

    [Fact]
    public async Task Passages_that_overlap_are_stated_once()
    {
        var question = "临沂市氢能产业发展规划的保障措施有哪些？";
        var found = await PassageSearcher.CompareAsync(_index, question, SearchFilters.None, ExtractiveAnswerer.UsualPassages, CancellationToken.None);
        var hit = found.Hits.First(hit => hit.Passage.Text.Length > 60);
        var writing = new AnswerWriting(_index, FrameWords.For(question));

        await writing.StateAsync([Part(hit, 10, 30)], "甲", CancellationToken.None);
        await writing.StateAsync([Part(hit, 20, 40)], "乙", CancellationToken.None);
        await writing.StateAsync([Part(hit, 0, 50), Part(hit, 5, 8)], "丙", CancellationToken.None);

        var statement = Assert.Single(writing.Statements);
        Assert.Equal(("甲、乙、丙", hit.Passage.Text[..50]), (statement.Label, statement.Text));
        Assert.Equal(hit.Passage.Text[..50], Assert.Single(writing.Citations).Quote);
    }

    public void Dispose()
    {
        _index.Dispose();
        _corpus.Dispose();
        _folder.Dispose();
    }

    private static Run Part(SearchHit hit, int start, int end) => new(hit, new TextSpan(start, end), hit.Passage.Text[start..end], 1);

    private static string LongText(string city, int times)
    {
        var body = string.Concat(Enumerable.Repeat("统筹各方面的力量形成合力，细化分解年度目标并逐级压实责任，定期开展督导评估。", times));
        return $"{city}氢能产业发展规划\n一、重点任务\n{Body}\n二、保障措施\n（一）加强组织领导。{body}\n（二）强化要素供给。{body}\n（三）健全监管机制。{body}\n（四）深化交流合作。{body}\n（五）严守安全底线。{body}\n";
    }

    private static async Task<AnswerWriting> AskOfAsync(string text, string question)
    {
        using var corpus = new TemporaryFolder();
        using var folder = new TemporaryFolder();
        corpus.With("plan.txt", text);
        IndexMaking.Run([corpus.Path], folder.Path);
        using var index = new IndexFolder(folder.Path).Open();
        return await AskAsync(index, question);
    }

    private Task<AnswerWriting> AskAsync(string question) => AskAsync(_index, question);

    /// <summary>What is stated of what is found, however sure it is.</summary>
    private static async Task<AnswerWriting> AskAsync(EmbeddedIndex index, string question)
    {
        var found = await PassageSearcher.CompareAsync(index, question, SearchFilters.None, ExtractiveAnswerer.UsualPassages, CancellationToken.None);
        var writing = new AnswerWriting(index, FrameWords.For(question));
        await writing.StateAsync(RunChoice.Choose(found.Whole, AnswerBreadth.Of(question, QuestionAnalysis.Of(question)), trimming: null), null, CancellationToken.None);
        return writing;
    }
}
