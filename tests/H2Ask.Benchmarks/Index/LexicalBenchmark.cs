using System.Diagnostics;
using System.Globalization;
using H2Ask.Core.Index;
using H2Ask.Tests;

namespace H2Ask.Benchmarks.Index;

/// <summary>
/// The lexical search beside SQLite's FTS5 with bm25(): the same passages, the same terms, the same fields and their weights, in one
/// process, on one thread. Passages are windows of 250 characters of the texts in a folder; they overlap where there are not enough.
/// </summary>
internal static class LexicalBenchmark
{
    private const int Window = 250;
    private const int LongestQuestion = 24;
    private const int Top = 10;
    private const int Candidates = 200;

    public static int Run(string[] arguments)
    {
        if (arguments is not [var folder, ..]) throw new ArgumentException("Name a folder of texts (.txt, .jsonl).");
        var count = Option(arguments, "--passages", 1_000_000);
        var passages = BenchmarkPassages.Read(folder, count, Window);
        var questions = passages.AskedOf(Option(arguments, "--questions", 100), LongestQuestion);
        Console.WriteLine($"{passages.Count} passages of {Window} characters, one every {passages.Step}; {questions.Count} questions of up to {LongestQuestion} characters");
        using var work = new TemporaryFolder();
        var path = Path.Combine(work.Path, "lexical.bin");
        Build(passages, path, work.Path);

        var clock = Stopwatch.StartNew();
        using var file = MappedFile.Open(path);
        var index = LexicalIndexReader.Open(file);
        Console.WriteLine($"H2Ask: opened in {clock.Elapsed.TotalMilliseconds:F1} ms");
        var (ours, found) = Measure(questions, question => Search(index, question, Top));
        Console.WriteLine($"H2Ask: the best {Top}: {Summary(ours)}; the best {Candidates}: {Summary(Measure(questions, question => Search(index, question, Candidates)).Times)}");
        if (arguments.Contains("--alone")) return 0;

        using var sqlite = new SqliteFullText(Path.Combine(work.Path, "fts5.db"));
        clock.Restart();
        sqlite.Build(passages);
        Console.WriteLine($"FTS5: built in {clock.Elapsed.TotalSeconds:F1} s");
        var (theirs, foundThere) = Measure(questions, question => sqlite.Search(question, Top));
        Console.WriteLine($"FTS5: the best {Top}: {Summary(theirs)}");
        Console.WriteLine($"FTS5's median over H2Ask's: {At(theirs, 0.5) / At(ours, 0.5):F1}, p95: {At(theirs, 0.95) / At(ours, 0.95):F1}");
        var same = found.Zip(foundThere, (one, other) => one.Intersect(other).Count()).Average() / Top;
        Console.WriteLine($"found by both among the best {Top}: {same:F2} (the formulas differ)");
        return 0;
    }

    private static void Build(BenchmarkPassages passages, string path, string folder)
    {
        var clock = Stopwatch.StartNew();
        var before = Process.GetCurrentProcess().WorkingSet64;
        using (var writer = new LexicalIndexWriter(folder))
        using (var file = new FileStream(path, FileMode.Create, FileAccess.ReadWrite, FileShare.None, 1 << 20))
        {
            foreach (var (title, body) in passages) writer.Add(title.Span, default, body.Span);
            Console.WriteLine($"H2Ask: read in {clock.Elapsed.TotalSeconds:F1} s");
            writer.WriteTo(file);
        }

        var most = Process.GetCurrentProcess().PeakWorkingSet64;
        Console.WriteLine($"H2Ask: built in {clock.Elapsed.TotalSeconds:F1} s, {new FileInfo(path).Length >> 20} MiB; working set {before >> 20} MiB before (the texts), at most {most >> 20} MiB");
    }

    private static List<int> Search(LexicalIndexReader index, string question, int top) => [.. index.Search(question, top).Select(hit => hit.Passage)];

    private static (List<double> Times, List<List<int>> Found) Measure(IReadOnlyList<string> questions, Func<string, List<int>> search)
    {
        // Some to warm up.
        foreach (var question in questions.Take(10)) search(question);
        var (times, found) = (new List<double>(), new List<List<int>>());
        foreach (var question in questions)
        {
            var started = Stopwatch.GetTimestamp();
            found.Add(search(question));
            times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }

        return (times, found);
    }

    private static string Summary(List<double> times) => $"median {At(times, 0.5):F2} ms, p95 {At(times, 0.95):F2} ms";

    private static double At(List<double> times, double share) => times.Order().ElementAt((int)(share * times.Count));

    private static int Option(string[] arguments, string name, int usual)
    {
        var place = Array.IndexOf(arguments, name);
        if (place < 0) return usual;
        return place + 1 < arguments.Length && int.TryParse(arguments[place + 1], CultureInfo.InvariantCulture, out var value) && value > 0
            ? value
            : throw new ArgumentException($"{name} must be a number.");
    }
}
