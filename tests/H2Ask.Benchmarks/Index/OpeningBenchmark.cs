using System.Diagnostics;
using H2Ask.Core.Corpus;
using H2Ask.Core.Index;
using H2Ask.Core.Retrieval;
using H2Ask.Tests;

namespace H2Ask.Benchmarks.Index;

/// <summary>How long a large index takes to write, to open and to answer first: the corpus that ships, again and again under other ids.</summary>
internal static class OpeningBenchmark
{
    public static int Run(string[] arguments)
    {
        var wanted = arguments is ["--passages", var number] && int.TryParse(number, out var passages) && passages > 0 ? passages : 1_000_000;
        var corpus = new CorpusReader().Read(Repository.Seeds).Documents;
        var copies = Math.Max(1, wanted / corpus.Sum(document => document.Passages.Count));
        var documents = new LazyList<CorpusDocument>(copies * corpus.Count, i => Copy(corpus[i % corpus.Count], i / corpus.Count));
        using var folder = new TemporaryFolder();
        Measure("written in", () => Write(folder.Path, documents, copies * corpus.Sum(document => document.Passages.Count)));
        Console.WriteLine($"{Directory.GetFiles(folder.Path, "*", SearchOption.AllDirectories).Sum(file => new FileInfo(file).Length) / 1e6:F0} MB");

        PassageIndex? index = null;
        Measure("opened in", () => index = IndexFolder.Open(folder.Path));
        using (index)
        {
            Console.WriteLine($"{index!.Documents.Count} documents, {index.Passages.Count} passages");
            Measure("first search in", () => PassageSearcher.Search(index, "南京市加氢站安全管理由哪些部门负责？", SearchFilters.None, 10));
            Measure("second search in", () => PassageSearcher.Search(index, "定州市氢能产业规模目标", SearchFilters.None, 10));
            Measure("first filter of all documents in", () => index.PassagesWhere(document => document.Kind == "规划"));
            Measure("second filter of all documents in", () => index.PassagesWhere(document => document.Kind == "办法"));
            Console.WriteLine($"{Process.GetCurrentProcess().PrivateMemorySize64 >> 20} MB private, {GC.GetTotalMemory(forceFullCollection: true) >> 20} MB of objects");
        }

        Measure("verified in", () => IndexFolder.Verify(folder.Path));
        return 0;
    }

    private static void Write(string folder, LazyList<CorpusDocument> documents, int passages)
    {
        var name = IndexFolder.NewGeneration();
        var writer = new GenerationWriter(Directory.CreateDirectory(IndexFolder.PathOf(folder, name)).FullName, progress: null, CancellationToken.None);
        writer.WriteDocuments(documents);
        writer.Finish(new IndexManifest("benchmark", documents.Count, passages, DateTimeOffset.UtcNow));
        IndexFolder.Publish(folder, name);
    }

    private static CorpusDocument Copy(CorpusDocument document, int copy) => document with
    {
        Document = document.Document with { Id = $"{document.Document.Id}-{copy}" },
        Passages = [.. document.Passages.Select(passage => passage with { Id = $"{passage.Id}-{copy}" })],
    };

    private static void Measure(string what, Action action)
    {
        var started = Stopwatch.GetTimestamp();
        action();
        Console.WriteLine($"{what} {Stopwatch.GetElapsedTime(started).TotalMilliseconds:F1} ms");
    }
}
