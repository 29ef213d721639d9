using System.Text;
using H2Ask.Core.Evaluation;
using H2Ask.Core.Text;
using H2Ask.Tests;

namespace H2Ask.Core.Tests.Evaluation;

public sealed class QuestionFileTests : IDisposable
{
    private static readonly CorpusTexts Texts = new(new Dictionary<string, string> { ["a.txt"] = "𠀀氢能𠀁补贴五百万元" });

    private readonly TemporaryFolder _folder = new();

    private string File => Path.Combine(_folder.Path, "questions.jsonl");

    [Fact]
    public void A_question_is_read_with_all_that_belongs_to_it()
    {
        var set = Read("""
            {"id": "a", "type": "followup", "question": "多少？", "history": [{"role": "user", "content": "补贴"}, {"role": "assistant", "content": "……"}],
            """.Trim() + """
             "gold": [{"file": "a.txt", "quote": "补贴五百万元", "spans": [[4, 10]]}, {"file": "a.txt", "quote": "氢能", "alt": true, "spans": [[1, 3]]}], "facts": [["500万", "五百万"]], "note": "注"}

            {"id": "b", "type": "unanswerable", "question": "？？"}
            """);

        Assert.Empty(set.Remarks);
        Assert.Equal(["a", "b"], set.Questions.Select(question => question.Id));
        var first = set.Questions[0];
        Assert.Equal(["补贴", "……"], first.History.Select(turn => turn.Content));
        Assert.Equal([false, true], first.Gold.Select(gold => gold.IsAlternative));
        Assert.Equal([["500万", "五百万"]], first.Facts);
        Assert.Equal("注", first.Note);
        Assert.Empty(set.Questions[1].Gold);
    }

    [Fact]
    public void Spans_count_characters_and_are_turned_into_code_units()
    {
        var set = Read("""{"id":"a","type":"t","question":"q","gold":[{"file":"a.txt","spans":[[3,6],[0,10]]}]}""");

        Assert.Equal([new TextSpan(4, 8), new TextSpan(0, 12)], set.Questions[0].Gold[0].Spans);
        Assert.Equal("𠀁补贴", set.Questions[0].Gold[0].Quote);
    }

    [Fact]
    public void A_quote_that_stands_elsewhere_is_remarked_and_ends_nothing()
    {
        var set = Read("""{"id":"a","type":"t","question":"q","gold":[{"file":"a.txt","quote":"补贴","spans":[[4,6],[0,1]]}]}""");

        Assert.Single(set.Questions);
        Assert.Contains("Line 1", Assert.Single(set.Remarks), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"id":"b","type":"t"}""", "\"question\" is missing")]
    [InlineData("""{"type":"t","question":"q"}""", "\"id\" is missing")]
    [InlineData("""{"id":"b","type":" ","question":"q"}""", "\"type\" is missing")]
    [InlineData("""{"id":"b\u001b[31m","type":"t","question":"q"}""", "not shown")]
    [InlineData("""{"id":"a","type":"t","question":"q"}""", "earlier line")]
    [InlineData("""{"id":"b","type":"t","question":"\ud800"}""", "JSON")]
    [InlineData("""{"id":"b","type":"t","question":"q","history":[null]}""", "history")]
    [InlineData("""{"id":"b","type":"t","question":"q","history":[{"role":"system","content":"x"}]}""", "history")]
    [InlineData("""{"id":"b","type":"t","question":"q","facts":[[]]}""", "fact")]
    [InlineData("""{"id":"b","type":"t","question":"q","facts":[null]}""", "fact")]
    [InlineData("""{"id":"b","type":"t","question":"q","facts":["500"]}""", "$.facts[0]")]
    [InlineData("""{"id":"b","type":"t","question":"q","gold":[{"file":"no.txt","spans":[[0,1]]}]}""", "no file no.txt")]
    [InlineData("""{"id":"b","type":"t","question":"q","gold":[{"file":"a.txt","spans":[[0,11]]}]}""", "[0, 11]")]
    [InlineData("""{"id":"b","type":"t","question":"q","gold":[{"file":"a.txt","spans":[[-1,2]]}]}""", "[-1, 2]")]
    [InlineData("""{"id":"b","type":"t","question":"q","gold":[{"file":"a.txt","spans":[[2,2]]}]}""", "[2, 2]")]
    [InlineData("""{"id":"b","type":"t","question":"q","gold":[{"file":"a.txt","spans":[[1,2,3]]}]}""", "[1, 2, 3]")]
    [InlineData("""{"id":"b","type":"t","question":"q","gold":[{"file":"a.txt","spans":[[0,99999999999]]}]}""", "$.gold[0].spans")]
    [InlineData("""{"id":"b","type":"t","question":"q","gold":[{"file":"a.txt","spans":[null]}]}""", "span is null")]
    [InlineData("""{"id":"b","type":"t","question":"q","gold":[{"file":"a.txt","spans":[]}]}""", "spans")]
    [InlineData("""{"id":"b","type":"t","question":"q","gold":[null]}""", "each gold passage")]
    [InlineData("""["b"]""", "JSON object")]
    [InlineData("""{"id":"b" """, "JSON object")]
    [InlineData("null", "null")]
    public void A_wrong_line_is_named_with_what_is_wrong(string line, string part)
    {
        var fault = Assert.Throws<EvaluationException>(() => Read("""{"id":"a","type":"t","question":"q"}""" + "\n\n" + line));

        Assert.Contains("Line 3 of ", fault.Message, StringComparison.Ordinal);
        Assert.Contains(part, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_missing_empty_or_no_text_is_refused()
    {
        Assert.Contains("There is no file", Assert.Throws<EvaluationException>(() => QuestionFile.Read(File, Texts)).Message, StringComparison.Ordinal);
        Assert.Contains("holds no question", Assert.Throws<EvaluationException>(() => Read("\n \n")).Message, StringComparison.Ordinal);
        System.IO.File.WriteAllBytes(File, [.. Encoding.UTF8.GetBytes("{\"id\":\""), 0xFF, 0xFE]);
        Assert.Contains("not UTF-8", Assert.Throws<EvaluationException>(() => QuestionFile.Read(File, Texts)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_texts_of_a_corpus_bear_the_names_of_its_index()
    {
        _folder.With("b.txt", "\uFEFF氢能\r\n规划");
        Directory.CreateDirectory(Path.Combine(_folder.Path, "sub"));
        _folder.With("sub/c.md", "# 标题");

        var texts = CorpusTexts.Read(_folder.Path);

        Assert.Equal("能\r\n规", texts.TextAt("b.txt", 1, 5));
        Assert.True(texts.Holds("sub/c.md"));
        Assert.Null(texts.SpanOfCharacters("none", 0, 1));
        Assert.Contains("--corpus", Assert.Throws<EvaluationException>(() => CorpusTexts.Read(Path.Combine(_folder.Path, "none"))).Message, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private QuestionSet Read(string text)
    {
        _folder.With("questions.jsonl", text);
        return QuestionFile.Read(File, Texts);
    }
}
