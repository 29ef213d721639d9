using System.Diagnostics;
using H2Ask.Core.Corpus;
using H2Ask.Core.Index;
using H2Ask.Core.Retrieval;
using H2Ask.Tests;

namespace H2Ask.Benchmarks.Index;

/// <summary>How long a large index takes to write, to open and to answer first: the corpus that ships, again and again under other ids.</summary>
internal static class OpeningBenchmark
{
    public static async Task<int> RunAsync(string[] arguments)
    {
        var wanted = arguments is ["--passages", var number] && int.TryParse(number, out var passages) && passages > 0 ? passages : 1_000_000;
        var corpus = new CorpusReader().Read(Repository.Seeds).Documents;
        var copies = Math.Max(1, wanted / corpus.Sum(document => document.Passages.Count));
        var documents = new LazyList<CorpusDocument>(copies * corpus.Count, i => Copy(corpus[i % corpus.Count], i / corpus.Count));
        using var folder = new TemporaryFolder();
        var store = new IndexFolder(folder.Path);
        var manifest = new IndexManifest("benchmark", documents.Count, copies * corpus.Sum(document => document.Passages.Count), DateTimeOffset.UtcNow);
        await MeasureAsync("written in", () => Indexer.WriteAsync(store, manifest, new ReadCorpus(documents, []), new IndexingOptions(), CancellationToken.None));
        Console.WriteLine($"{Directory.GetFiles(folder.Path, "*", SearchOption.AllDirectories).Sum(file => new FileInfo(file).Length) / 1e6:F0} MB");

        using (var index = await MeasureAsync("opened in", async () => await store.OpenAsync(embedder: null, CancellationToken.None)))
        {
            Console.WriteLine($"{index.Manifest.Documents} documents, {index.Manifest.Passages} passages");
            await MeasureAsync("first search in", () => SearchAsync(index, "南京市加氢站安全管理由哪些部门负责？", SearchFilters.None));
            await MeasureAsync("second search in", () => SearchAsync(index, "定州市氢能产业规模目标", SearchFilters.None));
            await MeasureAsync("first search with a filter in", () => SearchAsync(index, "定州市氢能产业规模目标", new SearchFilters { Kinds = ["规划"] }));
            await MeasureAsync("second search with a filter in", () => SearchAsync(index, "定州市氢能产业规模目标", new SearchFilters { Kinds = ["办法"] }));
            Console.WriteLine($"{Process.GetCurrentProcess().PrivateMemorySize64 >> 20} MB private, {GC.GetTotalMemory(forceFullCollection: true) >> 20} MB of objects");
        }

        await MeasureAsync("verified in", async () => await store.VerifyAsync(CancellationToken.None));
        return 0;
    }

    private static CorpusDocument Copy(CorpusDocument document, int copy) => document with
    {
        Document = document.Document with { Id = $"{document.Document.Id}-{copy}" },
        Passages = [.. document.Passages.Select(passage => passage with { Id = $"{passage.Id}-{copy}" })],
    };

    private static async Task<IReadOnlyList<SearchHit>> SearchAsync(IPassageIndex index, string question, SearchFilters filters) =>
        await PassageSearcher.SearchAsync(index, question, filters, 10);

    private static async Task<T> MeasureAsync<T>(string what, Func<Task<T>> action)
    {
        var started = Stopwatch.GetTimestamp();
        var result = await action();
        Console.WriteLine($"{what} {Stopwatch.GetElapsedTime(started).TotalMilliseconds:F1} ms");
        return result;
    }
}
