using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using H2Ask.Core.Embedding;
using H2Ask.Tests;

namespace H2Ask.Benchmarks.Tokenizing;

/// <summary>
/// How fast the lines of the corpus become ids, on one core, in megabytes of UTF-8 a second; and how fast the reference does it, where its
/// npm package is there (see the README beside the golden files).
/// </summary>
internal static class TokenizingBenchmark
{
    private const int Rounds = 15;

    private static readonly string Golden = Path.Combine(Repository.Root, "tests", "H2Ask.Core.Tests", "Embedding", "Tokenizing", "Golden");

    public static async Task<int> RunAsync(IReadOnlyList<string> files)
    {
        using var folder = new TemporaryFolder();
        if (files.Count == 0) files = [Unpack("plain", folder.Path), Unpack("xlm", folder.Path), Unpack("bert", folder.Path)];
        foreach (var file in files)
        {
            var started = Stopwatch.GetTimestamp();
            var tokenizer = Tokenizer.Load(file);
            var loading = Stopwatch.GetElapsedTime(started);
            var speed = Measure(tokenizer);
            var comparison = await CompareAsync(file, speed);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Path.GetFileName(file)}: loaded in {loading.TotalMilliseconds:F0} ms, {speed:F1} MB/s{comparison}"));
        }

        return 0;
    }

    private static string Unpack(string name, string folder)
    {
        var path = Path.Combine(folder, $"{name}.json");
        using var packed = new GZipStream(File.OpenRead(Path.Combine(Golden, $"{name}.json.gz")), CompressionMode.Decompress);
        using var file = File.Create(path);
        packed.CopyTo(file);
        return path;
    }

    /// <summary>The speed of the fastest round: the others were disturbed, or not compiled yet.</summary>
    private static double Measure(Tokenizer tokenizer)
    {
        string[] lines = [.. Repository.SeedFiles.SelectMany(file => File.ReadAllText(file).Split('\n'))];
        var bytes = lines.Sum(Encoding.UTF8.GetByteCount);
        var ids = new int[lines.Max(line => line.Length) + 2];
        var fastest = TimeSpan.MaxValue;
        for (var round = 0; round < Rounds; round++)
        {
            var started = Stopwatch.GetTimestamp();
            foreach (var line in lines) tokenizer.Encode(line, ids, out _);
            var time = Stopwatch.GetElapsedTime(started);
            if (time < fastest) fastest = time;
        }

        return bytes / fastest.TotalSeconds / 1e6;
    }

    private static async Task<string> CompareAsync(string file, double speed)
    {
        if (!Directory.Exists(Path.Combine(Golden, "node_modules"))) return " (without the reference: its npm package is not there)";
        var (status, output, errors) = await ChildProcess.RunAsync("node", Path.Combine(Golden, "measure.mjs"), file);
        if (status != 0) return $" (the reference failed: {errors.Trim()})";
        var reference = double.Parse(output, CultureInfo.InvariantCulture);
        return string.Create(CultureInfo.InvariantCulture, $"; the reference {reference:F1} MB/s, ratio {speed / reference:F1}");
    }
}
