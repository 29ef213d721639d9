using System.Diagnostics;
using System.Globalization;
using H2Ask.Core.Embedding;
using H2Ask.Tests;

namespace H2Ask.Benchmarks.Embedding;

/// <summary>
/// Texts a second of <see cref="EmbeddingModel"/> over the passages of the corpus, beside those of onnxruntime-node in the same run: the same
/// network, the same tokens in the same batches, tokenized beforehand for both. Then the time of a question.
/// </summary>
internal static class EmbeddingBenchmark
{
    private const int Questions = 500;

    public static int Run(string[] arguments)
    {
        var options = new Options(arguments);
        var tokenizer = PreparedTokenizer.Of(Path.Combine(options.Model, "tokenizer.json"), options.Texts);
        var embedding = new EmbeddingOptions { BatchTokens = options.BatchTokens };
        using var model = EmbeddingModel.Load(options.Model, _ => tokenizer, embedding);
        using var work = new TemporaryFolder();
        tokenizer.Prepare(model.Settings);
        var batches = tokenizer.BatchesOf(options.BatchTokens);
        var node = NodeRuntime.Find(options.Model, model.Settings, batches, tokenizer.PaddingId, work.Path);
        Console.WriteLine($"{tokenizer.Texts.Count} passages, {tokenizer.Tokens} tokens in {batches.Count} batches; {Environment.ProcessorCount} cores");
        Compare(model, tokenizer, node, options.Rounds);
        TimeQuestions(model, tokenizer);
        return 0;
    }

    private static void Compare(EmbeddingModel model, PreparedTokenizer tokenizer, NodeRuntime? node, int rounds)
    {
        if (node is null) Console.WriteLine("onnxruntime-node is not there: run npm ci --ignore-scripts in tests/H2Ask.Benchmarks/Embedding to compare with it.");
        var (ours, theirs) = (new List<double>(), new List<double>());
        _ = model.EmbedPassages(tokenizer.Texts);
        for (var round = 0; round < rounds; round++)
        {
            // Each goes first in turn: a machine that warms up or slows down favours neither.
            if (round % 2 == 0) ours.Add(TimePassages(model, tokenizer));
            if (node is not null) theirs.Add(node.TextsPerSecond());
            if (round % 2 == 1) ours.Add(TimePassages(model, tokenizer));
        }

        Console.WriteLine($"EmbeddingModel    {Listed(ours)} texts/s, median {Median(ours):F0}");
        if (node is null) return;
        Console.WriteLine($"onnxruntime-node  {Listed(theirs)} texts/s, median {Median(theirs):F0}");
        Console.WriteLine($"ratio             {Median(ours) / Median(theirs):F2}");
        Console.WriteLine($"largest difference between their vectors: {node.LargestDifference(model.EmbedPassages(tokenizer.Texts).Vectors):E1}");
    }

    private static double TimePassages(EmbeddingModel model, PreparedTokenizer tokenizer)
    {
        var clock = Stopwatch.StartNew();
        _ = model.EmbedPassages(tokenizer.Texts);
        return tokenizer.Texts.Count / clock.Elapsed.TotalSeconds;
    }

    private static void TimeQuestions(EmbeddingModel model, PreparedTokenizer tokenizer)
    {
        var times = new List<double>();
        for (var i = 0; i < Questions; i++)
        {
            var clock = Stopwatch.GetTimestamp();
            _ = model.EmbedQuery(PreparedTokenizer.Question);
            times.Add(Stopwatch.GetElapsedTime(clock).TotalMilliseconds);
        }

        times.Sort();
        var before = GC.GetAllocatedBytesForCurrentThread();
        _ = model.EmbedQuery(PreparedTokenizer.Question);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Console.WriteLine($"a question of {tokenizer.QuestionTokens} tokens: median {times[Questions / 2]:F3} ms, p95 {times[Questions * 95 / 100]:F3} ms, {allocated} bytes allocated (its vector: {model.Settings.Dimensions * sizeof(float)})");
    }

    private static string Listed(List<double> values) => string.Join(" ", values.Select(value => value.ToString("F0", CultureInfo.InvariantCulture)));

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);

    private sealed record Options
    {
        public Options(string[] arguments)
        {
            for (var i = 0; i < arguments.Length; i += 2)
            {
                var value = i + 1 < arguments.Length ? arguments[i + 1] : throw new ArgumentException($"{arguments[i]} needs a value.");
                switch (arguments[i])
                {
                    case "--model": Model = Path.GetFullPath(value); break;
                    case "--texts": Texts = int.Parse(value, CultureInfo.InvariantCulture); break;
                    case "--rounds": Rounds = int.Parse(value, CultureInfo.InvariantCulture); break;
                    case "--batch": BatchTokens = int.Parse(value, CultureInfo.InvariantCulture); break;
                    default: throw new ArgumentException($"There is no option {arguments[i]}.");
                }
            }

            if (Model.Length == 0) throw new ArgumentException("--model names the folder of a model.");
        }

        public string Model { get; } = "";

        public int Texts { get; } = 2000;

        public int Rounds { get; } = 4;

        public int BatchTokens { get; } = new EmbeddingOptions().BatchTokens;
    }
}
