using H2Ask.Core.Evaluation;
using H2Ask.Core.Text;

namespace H2Ask.Core.Tests.Evaluation;

/// <summary>Short ways to questions, answers and scores. The corpus is one file of the ten digits, ten times over: a place is its own text.</summary>
internal static class Evaluated
{
    public const string FileName = "数.txt";

    public static readonly CorpusTexts Texts = new(new Dictionary<string, string> { [FileName] = string.Concat(Enumerable.Repeat("0123456789", 10)) });

    private static readonly TimeSpan Time = TimeSpan.FromMilliseconds(5);

    public static EvaluationQuestion Question(params GoldPassage[] gold) => new() { Id = "q", Type = "numeric", Question = "多少？", Gold = gold };

    public static GoldPassage Gold(int start, int end, bool alternative = false) => new(FileName, Texts.TextAt(FileName, start, end)!, [new TextSpan(start, end)], alternative);

    public static FoundPassage Place(int start, int end) => new(FileName, start, end, Texts.TextAt(FileName, start, end)!, "数", ["第一章"]);

    public static GivenAnswer Answer(params FoundPassage[] citations) => new(Answered: true, "答", 0.5, citations);

    public static ScoredQuestion Scored(EvaluationQuestion question, GivenAnswer answer, params FoundPassage[] hits) => Scorer.Score(question, answer, hits, Texts, Time);

    public static double? Measure(this ScoredQuestion scored, string metric) => scored.Score.Measure(metric);

    public static QuestionScore Row(string id, params (string Metric, double Value)[] measures) => new()
    {
        Id = id,
        Type = "list",
        Question = $"{id}？",
        Answered = true,
        Cited = [],
        Measures = measures.ToDictionary(measure => measure.Metric, measure => measure.Value),
    };
}
