using H2Ask.Core.Evaluation;
using H2Ask.Core.Evaluation.Sources;
using H2Ask.Core.Retrieval;
using static H2Ask.Core.Tests.Evaluation.Evaluated;

namespace H2Ask.Core.Tests.Evaluation;

public sealed class EvaluatorTests
{
    [Fact]
    public async Task Every_question_is_asked_with_its_history_and_searched_only_where_there_is_gold()
    {
        var source = new ScriptedSource { Given = Answer(Place(10, 20)), Hits = [Place(10, 20)] };
        var followUp = Question(Gold(10, 20)) with { Question = "那么？", History = [new Turn("user", "先前")] };

        var scored = await new Evaluator(source, Texts).RunAsync([followUp, Question() with { Id = "none" }]);

        Assert.Equal(["ask 先前|那么？", "search 10 先前|那么？", "ask |多少？"], source.Calls);
        Assert.Equal(1, scored[0].Measure(Metrics.CitationF1));
        Assert.Equal(0, scored[1].Measure(Metrics.Refused));
    }

    [Fact]
    public async Task A_question_that_fails_does_not_keep_the_others_from_being_asked()
    {
        var source = new ScriptedSource { Given = Answer(), FailsOn = "坏？" };

        var scored = await new Evaluator(source, Texts).RunAsync([Question() with { Question = "坏？" }, Question()]);

        Assert.Equal("HTTP 500", scored[0].Score.Failure);
        Assert.Null(scored[1].Score.Failure);
    }

    private sealed class ScriptedSource : IAnswerSource
    {
        public required GivenAnswer Given { get; init; }

        public IReadOnlyList<FoundPassage> Hits { get; init; } = [];

        public string? FailsOn { get; init; }

        public List<string> Calls { get; } = [];

        public Task<GivenAnswer> AskAsync(string question, IReadOnlyList<Turn> history, CancellationToken cancelled)
        {
            Calls.Add($"ask {string.Join(',', history.Select(turn => turn.Content))}|{question}");
            return question == FailsOn ? throw new FailedRequestException("HTTP 500") : Task.FromResult(Given);
        }

        public Task<IReadOnlyList<FoundPassage>> SearchAsync(string query, IReadOnlyList<Turn> history, int top, CancellationToken cancelled)
        {
            Calls.Add($"search {top} {string.Join(',', history.Select(turn => turn.Content))}|{query}");
            return Task.FromResult(Hits);
        }
    }
}
