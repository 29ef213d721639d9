using System.Runtime.InteropServices;
using System.Text.Json;
using H2Ask.Core.Index;
using H2Ask.Core.Retrieval;
using H2Ask.Core.Retrieval.Findings;

namespace H2Ask.Benchmarks.Retrieval;

/// <summary>Writes what is known of each finding for a question, for models/train/answers.py to learn from.</summary>
internal static class FindingDump
{
    public static async Task<int> RunAsync(string[] arguments)
    {
        if (arguments is not [var questions, var folder, var model, var output, .. var rest] || rest is not ([] or ["--ranker", _]))
        {
            throw new ArgumentException("findings needs QUESTIONS INDEX MODEL OUT [--ranker FILE].");
        }

        var ranker = rest is [_, var file] ? RankerModel.Load(file) : RankerModel.Passages;
        using var embedder = ModelEmbedder.Choose(model);
        using var index = new IndexFolder(folder).Open(embedder);
        using var writer = new StreamWriter(output);
        foreach (var line in File.ReadLines(questions))
        {
            using var asked = JsonDocument.Parse(line);
            foreach (var question in Questions(asked.RootElement)) await WriteAsync(writer, index, ranker, question, asked.RootElement);
        }

        return 0;
    }

    /// <summary>One question, or one answer's several.</summary>
    private static IEnumerable<string> Questions(JsonElement asked) =>
        asked.TryGetProperty("questions", out var several) ? several.EnumerateArray().Select(question => question.GetString()!) : [asked.GetProperty("question").GetString()!];

    private static async Task WriteAsync(StreamWriter writer, EmbeddedIndex index, RankerModel ranker, string question, JsonElement asked)
    {
        var hits = await PassageSearcher.RankAsync(index, question, SearchFilters.None, ranker, FindingRanking.Depth, CancellationToken.None);
        var findings = new List<Finding>();
        for (var i = 0; i < hits.Count; i++) FindingReader.Read(i, hits[i].Passage, findings);
        if (findings.Count == 0) return;
        var features = new FindingFeatures(index, question, hits, findings, CancellationToken.None);
        var values = new float[findings.Count * FindingFeatures.Most];
        var names = new List<string>();
        var count = 0;
        for (var i = 0; i < findings.Count; i++) count += features.Write(i, values.AsSpan(count), i == 0 ? names : null);
        writer.WriteLine(JsonSerializer.Serialize(new
        {
            question,
            asked,
            document = (Answering(index, asked) ?? hits[0].Document).Document.Title,
            names,
            hits = hits.Select(hit => new { file = hit.Document.Document.File, start = hit.Passage.Start, end = hit.Passage.End }),
            findings = findings.Select(finding => new { hit = finding.Hit, start = hits[finding.Hit].Passage.Start + finding.Place.Start, end = hits[finding.Hit].Passage.Start + finding.Place.End, words = finding.Words }),
            features = Convert.ToBase64String(MemoryMarshal.AsBytes(values.AsSpan(0, count))),
        }));
    }

    /// <summary>The document in which the answer stands; null where there is none.</summary>
    private static IndexedDocument? Answering(EmbeddedIndex index, JsonElement asked)
    {
        if (!asked.TryGetProperty("spans", out var spans)) return null;
        var (file, start) = (asked.GetProperty("file").GetString(), spans[0][0].GetInt32());
        return index.Documents.FirstOrDefault(indexed => indexed.Document.File == file && indexed.Document.Start <= start && start < indexed.Document.End);
    }
}
