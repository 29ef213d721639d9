using H2Ask.Core.Evaluation;
using H2Ask.Core.Feedback;
using H2Ask.Core.Retrieval;
using H2Ask.Tests;

namespace H2Ask.Core.Tests.Feedback;

public sealed class FeedbackQuestionsTests : IDisposable
{
    private const string Quote = "𠮷市加氢站由城市管理部门负责监督";

    // The characters outside the basic plane make offsets in characters others than those in code units.
    private const string Text = $"😀前言。{Quote}。😀后文。{Quote}。";

    private static readonly CorpusTexts Texts = new([new("a.txt", Text)]);

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void What_an_answer_cited_is_gold_wherever_it_stands_and_survives_being_written()
    {
        var entry = Entry("a", FeedbackVerdict.Up, Quote) with { History = [new Turn("user", "甲市呢？"), new Turn("assistant", "没有。")] };
        var path = Path.Combine(_folder.Path, "questions.jsonl");

        QuestionFile.Write(path, FeedbackQuestions.Of([entry], FeedbackVerdict.Up, Texts).Questions, Texts);

        var set = QuestionFile.Read(path, Texts);
        Assert.Empty(set.Remarks);
        var question = Assert.Single(set.Questions);
        Assert.Equal(("a", FeedbackQuestions.UpType, entry.Question), (question.Id, question.Type, question.Question));
        Assert.Equal(entry.History, question.History);
        var gold = Assert.Single(question.Gold);
        Assert.Equal([Quote, Quote], gold.Spans.Select(span => Text[span.Start..span.End]));
    }

    [Fact]
    public void A_question_that_cites_what_is_gone_is_left_out_and_named()
    {
        var set = FeedbackQuestions.Of([Entry("a", FeedbackVerdict.Up, "没有这句"), Entry("b", FeedbackVerdict.Up, "没有这句", Quote), Entry("c", FeedbackVerdict.Up)], FeedbackVerdict.Up, Texts);

        Assert.Equal("b", Assert.Single(set.Questions).Id);
        Assert.Single(set.Questions[0].Gold);
        Assert.Contains(set.Remarks, remark => remark.Contains("The answer a is left out", StringComparison.Ordinal));
        Assert.Contains(set.Remarks, remark => remark.Contains("1 of 2 citations of the answer b", StringComparison.Ordinal));
        Assert.Contains(set.Remarks, remark => remark.Contains("The answer c is left out", StringComparison.Ordinal));
    }

    [Fact]
    public void What_was_said_last_of_an_answer_counts()
    {
        FeedbackEntry[] entries = [Entry("a", FeedbackVerdict.Up, Quote), Entry("b", FeedbackVerdict.Down, Quote), Entry("a", FeedbackVerdict.Down, Quote), Entry("b", FeedbackVerdict.Up, Quote)];

        Assert.Equal(["b"], FeedbackQuestions.Of(entries, FeedbackVerdict.Up, Texts).Questions.Select(question => question.Id));
        var down = Assert.Single(FeedbackQuestions.Of(entries, FeedbackVerdict.Down, Texts).Questions);
        Assert.Equal(("a", FeedbackQuestions.DownType), (down.Id, down.Type));
        Assert.Empty(down.Gold);
    }

    [Fact]
    public void A_refusal_that_was_held_good_is_to_be_refused_again()
    {
        var set = FeedbackQuestions.Of([Entry("a", FeedbackVerdict.Up) with { Answered = false }], FeedbackVerdict.Up, Texts);

        Assert.Empty(Assert.Single(set.Questions).Gold);
        Assert.Empty(set.Remarks);
    }

    public void Dispose() => _folder.Dispose();

    private static FeedbackEntry Entry(string answer, FeedbackVerdict verdict, params string[] quotes) => new()
    {
        Id = "1",
        ReceivedAt = DateTimeOffset.UnixEpoch,
        AnswerId = answer,
        Verdict = verdict,
        Question = "加氢站由谁监督？",
        Answered = true,
        Citations = [.. quotes.Select(quote => new FeedbackCitation { File = "a.txt", Quote = quote })],
    };
}
