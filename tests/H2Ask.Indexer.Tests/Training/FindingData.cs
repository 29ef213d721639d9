using System.Runtime.InteropServices;
using System.Text.Json.Nodes;
using H2Ask.Tests;

namespace H2Ask.Indexer.Tests.Training;

/// <summary>What the benchmarks' dump knows of findings, made up: of six findings the right one is near; where there is none, none is.</summary>
internal static class FindingData
{
    private const int Findings = 6;
    private const int Length = 20;

    public static readonly string[] Names = ["passage.gap", "meaning.near", "token.inPlace", "token.inPassage", "cover.inPlace", "local.inPlace", "answer.measure", "answer.lacking", "named.placeAround", "question.length"];

    public static void WriteTo(TemporaryFolder folder)
    {
        var random = new Random(7);
        folder.With("questions.jsonl", string.Concat(Enumerable.Range(0, 60).Select(i => Line(random, i, null))));
        folder.With("answers.jsonl", string.Concat(Enumerable.Range(0, 80).Select(i => Line(random, i, i % 2 == 0))));
    }

    private static string Line(Random random, int number, bool? answerable)
    {
        var right = answerable == false ? -1 : random.Next(Findings);
        var asked = new JsonObject { ["question"] = $"问题{number}？" };
        if (answerable is not null) asked["answerable"] = answerable;
        if (right >= 0)
        {
            asked["file"] = "a.txt";
            asked["quote"] = "补贴三百万元";
            asked["spans"] = new JsonArray(new JsonArray(right * Length, (right + 1) * Length));
        }

        return new JsonObject
        {
            ["asked"] = asked,
            ["document"] = $"文件{number % 17}",
            ["names"] = new JsonArray([.. Names.Select(name => JsonValue.Create(name))]),
            ["hits"] = new JsonArray(new JsonObject { ["file"] = "a.txt", ["start"] = 0, ["end"] = Findings * Length }),
            ["findings"] = new JsonArray([.. Enumerable.Range(0, Findings).Select(JsonNode (i) => new JsonObject { ["hit"] = 0, ["start"] = i * Length, ["end"] = (i + 1) * Length, ["words"] = $"第{i}句" })]),
            ["features"] = Convert.ToBase64String(MemoryMarshal.AsBytes<float>([.. Enumerable.Range(0, Findings).SelectMany(i => Row(random, i == right))])),
        }.ToJsonString() + "\n";
    }

    private static IEnumerable<float> Row(Random random, bool isRight) =>
        Names.Select(name => (random.NextSingle() / 4) + (isRight && name is ("meaning.near" or "token.inPlace") ? 1 : 0));
}
