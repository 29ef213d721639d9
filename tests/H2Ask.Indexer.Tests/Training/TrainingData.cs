using System.Text.Json;
using System.Text.Json.Nodes;
using H2Ask.Tests;

namespace H2Ask.Indexer.Tests.Training;

/// <summary>A data folder as training wants it, of a few lines a file: sentences of the corpus, and the articles that two questions of the repository ask for.</summary>
internal static class TrainingData
{
    private static readonly string Questions = Path.Combine(Repository.Root, "models", "train", "questions");

    public static void WriteTo(TemporaryFolder folder)
    {
        var paragraphs = new Queue<string>(File.ReadLines(Path.Combine(Repository.Seeds, "002_6987fc19eaf6c069.txt")).Where(line => line.Length > 60));
        IEnumerable<string> Take(int count) => Enumerable.Range(0, count).Select(_ => paragraphs.Dequeue()).ToList();

        folder.With("laws.jsonl", Lines([
            AskedLaw("held-out-laws.jsonl"),
            AskedLaw("laws.jsonl"),
            Law("法规/示范条例.md", "# 示范条例\n\n" + string.Concat(Take(9).Select((text, i) => $"第{"一二三四五六七八九"[i]}条 {text}\n\n"))),
        ]));
        folder.With("train.jsonl", File.ReadLines(Path.Combine(Questions, "corpus.jsonl")).First() + "\n");
        folder.With("news-broadcast.jsonl", Lines([new JsonObject { ["text"] = string.Concat(Take(10).Select(text => $"### {text[..12]}\n{text}\n")) }]));
        folder.With("news-articles.txt", string.Concat(Take(10).Select(text => $"2023-01-01 08:00:00，正文：{text}{text}\n")));
        foreach (var set in (string[])["DRCD_DRCD_dev", "DRCD_DRCD_test", "cmrc2018_squad-style-data_cmrc2018_dev", "cmrc2018_squad-style-data_cmrc2018_trial"])
        {
            folder.With(set + ".json", ReadingSet(Take(3)).ToJsonString());
        }
    }

    private static string Lines(IEnumerable<JsonObject> objects) => string.Concat(objects.Select(line => line.ToJsonString() + "\n"));

    private static JsonObject Law(string path, string text) => new() { ["path"] = path, ["text"] = text };

    /// <summary>The article that the first question of a file asks for, at its place.</summary>
    private static JsonObject AskedLaw(string file)
    {
        using var asked = JsonDocument.Parse(File.ReadLines(Path.Combine(Questions, file)).First());
        var quote = asked.RootElement.GetProperty("quote").GetString()!;
        var start = asked.RootElement.GetProperty("spans")[0][0].GetInt32();
        const string Head = "第一条 ";
        return Law(asked.RootElement.GetProperty("file").GetString()!, new string('\n', start - Head.Length) + Head + quote);
    }

    private static JsonObject ReadingSet(IEnumerable<string> paragraphs) => new()
    {
        ["data"] = new JsonArray(new JsonObject
        {
            ["title"] = "样例",
            ["paragraphs"] = new JsonArray([.. paragraphs.Select(JsonNode (text) => new JsonObject
            {
                ["context"] = text,
                ["qas"] = new JsonArray(new JsonObject { ["question"] = text[..15] + "是什么？" }, new JsonObject { ["question"] = text[20..35] + "有多少？" }),
            })]),
        }),
    };
}
