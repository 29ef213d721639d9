using H2Ask.Api.Hosting;
using H2Ask.Core.Evaluation;
using H2Ask.Core.Evaluation.Sources;
using H2Ask.Tests;
using Microsoft.Extensions.DependencyInjection;

namespace H2Ask.Api.Tests.Evaluation;

/// <summary>The evaluation of a running service, on a few questions about the corpus that ships.</summary>
public sealed class EvaluatingServiceTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private static readonly CorpusTexts Texts = CorpusTexts.Read(Repository.Seeds);

    private static readonly QuestionSet Set =
        QuestionFile.Read(Path.Combine(Repository.Root, "tests", "H2Ask.Api.Tests", "Evaluation", "questions.jsonl"), Texts);

    [Fact]
    public async Task A_service_scores_what_its_index_scores()
    {
        using var client = api.CreateClient();

        var overHttp = await Rows(new HttpAnswerSource(client));
        using var lease = api.Services.GetRequiredService<LiveIndex>().Take()!;
        var inProcess = await Rows(new IndexAnswerSource(lease.Index));

        Assert.Equivalent(inProcess, overHttp, strict: true);
    }

    [Fact]
    public async Task Questions_in_the_words_of_the_documents_are_found_cited_to_the_letter_and_answered()
    {
        using var client = api.CreateClient();

        var score = Score.Of(await Rows(new HttpAnswerSource(client)));

        Assert.Empty(Set.Remarks);
        Assert.Equal((7, 0), (score.Questions, score.Failed));
        Assert.All([Metrics.Verbatim, Metrics.HitAt5, Metrics.HitAt10, Metrics.RecallAt5, Metrics.Answered, Metrics.Refused], metric => Assert.Equal(1, score.Mean(metric)));
        Assert.Equal(1, score.Mean("cite.recall/condition"));
        Assert.Equal(1, score.Mean("facts/list"));
    }

    private static async Task<List<QuestionScore>> Rows(IAnswerSource source) =>
        [.. (await new Evaluator(source, Texts).RunAsync(Set.Questions)).Select(question => question.Score with { Milliseconds = null })];
}
