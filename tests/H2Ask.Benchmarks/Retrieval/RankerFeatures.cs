using System.Runtime.InteropServices;
using System.Text.Json;
using H2Ask.Core.Index;
using H2Ask.Core.Retrieval;

namespace H2Ask.Benchmarks.Retrieval;

/// <summary>Writes what the ranker knows of the candidates for each question, for models/train/rank.py to learn from.</summary>
internal static class RankerFeatures
{
    public static async Task<int> RunAsync(string[] arguments)
    {
        if (arguments is not [var questions, var folder, var model, var output]) throw new ArgumentException("features needs QUESTIONS INDEX MODEL OUT.");
        using var embedder = ModelEmbedder.Choose(model);
        using var index = new IndexFolder(folder).Open(embedder);
        using var writer = new StreamWriter(output);
        foreach (var line in File.ReadLines(questions))
        {
            using var asked = JsonDocument.Parse(line);
            await WriteQuestionAsync(writer, index, asked.RootElement);
        }

        return 0;
    }

    private static async Task WriteQuestionAsync(StreamWriter writer, EmbeddedIndex index, JsonElement asked)
    {
        var question = asked.GetProperty("question").GetString()!;
        var places = asked.GetProperty("places").EnumerateArray().Select(place => (place[0].GetString(), place[1].GetInt32(), place[2].GetInt32())).ToHashSet();
        var candidates = await Fusion.FindAsync(index, question, SearchFilters.None, Ranking.Depth, CancellationToken.None);
        var looked = Math.Min(Ranking.Depth, candidates.Count);
        var features = new CandidateFeatures(index, candidates, await index.ReadPassagesAsync(candidates.Passages.AsMemory(0, looked), CancellationToken.None));
        var values = new float[looked * CandidateFeatures.Most];
        var names = new List<string>();
        var count = 0;
        for (var i = 0; i < looked; i++) count += features.Write(i, values.AsSpan(count), i == 0 ? names : null);
        var good = Enumerable.Range(0, looked).Where(i => IsGood(index, candidates.Passages[i], places)).ToArray();
        writer.WriteLine(JsonSerializer.Serialize(new
        {
            document = asked.GetProperty("document").GetString(),
            names,
            good,
            features = Convert.ToBase64String(MemoryMarshal.AsBytes(values.AsSpan(0, count))),
        }));
    }

    private static bool IsGood(EmbeddedIndex index, int number, HashSet<(string?, int, int)> places)
    {
        var passage = index.Passages[number];
        return places.Contains((index.DocumentOf(number).Document.File, passage.Start, passage.End));
    }
}
