using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using H2Ask.Core.Evaluation;
using H2Ask.Core.Evaluation.Sources;
using H2Ask.Core.Feedback;
using H2Ask.Tests;
using Microsoft.AspNetCore.Mvc.Testing;

namespace H2Ask.Api.Tests.Feedback;

public sealed class FeedbackEndpointsTests : IClassFixture<ApiFixture>, IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly WebApplicationFactory<Program> _service;
    private readonly HttpClient _client;

    public FeedbackEndpointsTests(ApiFixture api)
    {
        _service = api.WithWebHostBuilder(host => host.UseSetting("Feedback:Path", PathOfFile).UseSetting("Feedback:LargestFile", "300000"));
        _client = _service.CreateClient();
    }

    private string PathOfFile => Path.Combine(_folder.Path, "feedback.jsonl");

    [Fact]
    public async Task An_answer_that_was_held_good_becomes_a_question_that_the_service_passes()
    {
        const string Question = "南京市加氢站安全管理由哪些部门负责？";
        using var asked = await _client.PostAsJsonAsync("/api/ask", new { question = Question });
        var answer = JsonNode.Parse(await asked.Content.ReadAsStringAsync())!;

        // As the page sends it: the citations as they came.
        using var response = await _client.PostAsJsonAsync("/api/feedback", new
        {
            answerId = (string)answer["id"]!,
            question = Question,
            verdict = "up",
            answered = (bool)answer["answered"]!,
            answer = (string)answer["answer"]!,
            citations = answer["citations"],
        });

        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        using var file = new FeedbackFile(PathOfFile);
        var entry = Assert.Single(file.Read().Entries);
        Assert.NotNull(entry.Generation);
        Assert.NotNull(entry.Version);
        var texts = CorpusTexts.Read(Repository.Seeds);
        var set = FeedbackQuestions.Of([entry], FeedbackVerdict.Up, texts);
        Assert.Empty(set.Remarks);
        var questions = Path.Combine(_folder.Path, "questions.jsonl");
        QuestionFile.Write(questions, set.Questions, texts);
        var scored = await new Evaluator(new HttpAnswerSource(_client), texts).RunAsync(QuestionFile.Read(questions, texts).Questions);
        var measures = Assert.Single(scored).Score.Measures;
        Assert.Equal((1.0, 1.0, 1.0), (measures[Metrics.Verbatim], measures[Metrics.CitationF1], measures[Metrics.Answered]));
    }

    [Fact]
    public async Task What_was_said_with_a_down_verdict_is_kept_as_it_was()
    {
        using var response = await _client.PostAsJsonAsync("/api/feedback", new
        {
            answerId = "a-1",
            question = "加氢站补贴多少？",
            history = new[] { new { role = "user", content = "上海呢？" } },
            verdict = "down",
            reason = "outdated",
            comment = "文件已经废止。",
        });

        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        using var file = new FeedbackFile(PathOfFile);
        var entry = Assert.Single(file.Read().Entries);
        Assert.Equal((FeedbackVerdict.Down, "outdated", "文件已经废止。", "上海呢？"), (entry.Verdict, entry.Reason, entry.Comment, entry.History!.Single().Content));
    }

    [Theory]
    [InlineData("answerId", """{ "question": "q", "verdict": "up" }""")]
    [InlineData("answerId", """{ "answerId": "../x", "question": "q", "verdict": "up" }""")]
    [InlineData("verdict", """{ "answerId": "a", "question": "q", "verdict": "sideways" }""")]
    [InlineData("verdict", """{ "answerId": "a", "question": "q" }""")]
    [InlineData("question", """{ "answerId": "a", "verdict": "up" }""")]
    [InlineData("reson", """{ "answerId": "a", "question": "q", "verdict": "down", "reson": "wrong" }""")]
    [InlineData("reason", """{ "answerId": "a", "question": "q", "verdict": "up", "reason": "wrong" }""")]
    [InlineData("reason", """{ "answerId": "a", "question": "q", "verdict": "down", "reason": "dull" }""")]
    [InlineData("history", """{ "answerId": "a", "question": "q", "verdict": "up", "history": [{ "role": "system", "content": "x" }] }""")]
    [InlineData("citations", """{ "answerId": "a", "question": "q", "verdict": "up", "citations": [{ "file": "a.txt" }] }""")]
    [InlineData("citations", """{ "answerId": "a", "question": "q", "verdict": "up", "citations": [null] }""")]
    [InlineData("citations", """{ "answerId": "a", "question": "q", "verdict": "up", "citations": [{ "file": "a.txt", "quote": "q", "start": 2, "end": 1 }] }""")]
    public async Task What_is_wrong_is_named_and_not_kept(string field, string body)
    {
        using var response = await _client.PostAsync("/api/feedback", new StringContent(body, System.Text.Encoding.UTF8, "application/json"));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains($"\"{field}\"", (await ApiFixture.Json(response)).GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.False(File.Exists(PathOfFile));
    }

    [Theory]
    [InlineData("comment", 2001)]
    [InlineData("answer", 20001)]
    [InlineData("mode", 21)]
    [InlineData("answerId", 65)]
    public async Task What_is_too_long_is_named(string field, int length)
    {
        var body = new JsonObject { ["answerId"] = "a", ["question"] = "q", ["verdict"] = "down", [field] = new string('x', length) };

        using var response = await _client.PostAsJsonAsync("/api/feedback", body);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains($"\"{field}\"", (await ApiFixture.Json(response)).GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_full_file_is_said_to_be_full()
    {
        var body = new { answerId = "a", question = "q", verdict = "up", answer = new string('长', 20000) };
        for (var sent = 0; sent < 10; sent++)
        {
            using var response = await _client.PostAsJsonAsync("/api/feedback", body);
            if (response.StatusCode == HttpStatusCode.Created) continue;
            Assert.Equal(HttpStatusCode.InsufficientStorage, response.StatusCode);
            return;
        }

        Assert.Fail("It was never full.");
    }

    public void Dispose()
    {
        _client.Dispose();
        _service.Dispose();
        _folder.Dispose();
    }
}
