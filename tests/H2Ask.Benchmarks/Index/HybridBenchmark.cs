using System.Diagnostics;
using System.Globalization;
using H2Ask.Core.Corpus;
using H2Ask.Core.Index;
using H2Ask.Core.Retrieval;

namespace H2Ask.Benchmarks.Index;

/// <summary>
/// A whole search (words, meaning with the passages' sentences, fusion, ranking) of a large index, with its memory and the time that opening takes.
/// Passages are windows of 250 characters of the texts in a folder, embedded with the model; the index is made where there is none, and used again.
/// </summary>
internal static class HybridBenchmark
{
    private const int Window = 250;
    private const int LongestQuestion = 24;
    private const int Depth = 100;
    private const int Top = 10;
    private const int ToWarmUp = 20;

    public static async Task<int> RunAsync(string[] arguments)
    {
        if (arguments is not [var texts, var folder, ..]) throw new ArgumentException("Name a folder of texts (.txt, .jsonl), and one for the index.");
        using var embedder = ModelEmbedder.Choose(Option(arguments, "--model")) ?? throw new ArgumentException("hybrid needs a model.");
        var store = new IndexFolder(folder);
        var questions = await PrepareAsync(store, embedder, texts, Number(arguments, "--passages", 1_000_000), Number(arguments, "--questions", 200));
        // What the texts took is no memory of the index's.
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        embedder.EmbedQuery(questions[0]);
        Console.WriteLine($"before opening: {Memory()}");

        var started = Stopwatch.GetTimestamp();
        using var index = store.Open(embedder);
        Console.WriteLine($"opened in {Stopwatch.GetElapsedTime(started).TotalMilliseconds:F1} ms");
        await MeasureAsync("first search", [questions[^1]], question => PassageSearcher.SearchAsync(index, question, SearchFilters.None, Top));
        foreach (var question in questions.Take(ToWarmUp)) await PassageSearcher.SearchAsync(index, question, SearchFilters.None, Top);
        await MeasureAsync("the question's vector", questions, question => new ValueTask<float[]>(embedder.EmbedQuery(question)));
        await MeasureAsync("search by words", questions, question => index.SearchWordsAsync(question, SearchFilters.None, Depth, CancellationToken.None));
        await MeasureAsync("search by meaning", questions, question => new ValueTask<int>(index.SearchDense(embedder.EmbedQuery(question), among: null, new ScoredPassage[Depth])));
        await MeasureAsync("candidates of both", questions, question => index.SearchAsync(question, SearchFilters.None, Depth, CancellationToken.None));
        // From here on the system notes anew which pages are used.
        await File.WriteAllTextAsync("/proc/self/clear_refs", "1");
        await MeasureAsync("whole search", questions, question => PassageSearcher.SearchAsync(index, question, SearchFilters.None, Top));
        Console.WriteLine($"after the searches: {Memory()}, of which the last {questions.Count} searches used {Megabytes("smaps_rollup", "Referenced:")} MB");
        return 0;
    }

    /// <summary>Makes the index where there is none of so many passages; gives questions about it.</summary>
    private static async Task<IReadOnlyList<string>> PrepareAsync(IndexFolder store, ModelEmbedder embedder, string texts, int count, int questions)
    {
        var passages = BenchmarkPassages.Read(texts, count, Window);
        if (store.CurrentGeneration() is null || (await store.ReadManifestAsync(CancellationToken.None))?.Passages != passages.Count)
        {
            var documents = passages.Documents();
            var manifest = new IndexManifest("benchmark", documents.Count, passages.Count, DateTimeOffset.UtcNow) { Model = embedder.Model };
            var started = Stopwatch.GetTimestamp();
            await using var writing = await store.LockAsync(CancellationToken.None);
            await Indexer.WriteAsync(store, manifest, new ReadCorpus(documents, []), new IndexingOptions { Embedder = embedder }, CancellationToken.None);
            Console.WriteLine($"written in {Stopwatch.GetElapsedTime(started).TotalSeconds:F0} s");
        }

        foreach (var part in (await store.ReadManifestAsync(CancellationToken.None))!.Files) Console.WriteLine($"{part.Name,-18} {part.Length / 1e6,8:F0} MB");
        Console.WriteLine($"{passages.Count} passages of {Window} characters, one every {passages.Step}; {Environment.ProcessorCount} threads");
        return passages.AskedOf(questions, LongestQuestion);
    }

    private static async Task MeasureAsync<T>(string what, IReadOnlyList<string> questions, Func<string, ValueTask<T>> search)
    {
        var times = new List<double>();
        foreach (var question in questions)
        {
            var started = Stopwatch.GetTimestamp();
            await search(question);
            times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }

        times.Sort();
        Console.WriteLine($"{what,-22} median {times[times.Count / 2]:F2} ms, p95 {times[(int)(0.95 * times.Count)]:F2} ms");
    }

    /// <summary>What the process holds itself, and what of the mapped files: around a page that is used the system maps others that happen to be in memory, and takes all back where it needs them.</summary>
    private static string Memory() => $"{Megabytes("status", "RssAnon:")} MB of its own, {Megabytes("status", "RssFile:")} MB of files";

    private static long Megabytes(string file, string name)
    {
        var line = File.ReadLines($"/proc/self/{file}").First(line => line.StartsWith(name, StringComparison.Ordinal));
        return long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024;
    }

    private static int Number(string[] arguments, string name, int usual) =>
        Option(arguments, name) is not { } text ? usual
        : int.TryParse(text, CultureInfo.InvariantCulture, out var value) && value > 0 ? value
        : throw new ArgumentException($"{name} must be a number.");

    private static string? Option(string[] arguments, string name)
    {
        var place = Array.IndexOf(arguments, name);
        return place < 0 ? null : place + 1 < arguments.Length ? arguments[place + 1] : throw new ArgumentException($"{name} needs a value.");
    }
}
