using System.Diagnostics;
using System.Globalization;
using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using H2Ask.Core.Index;
using H2Ask.Tests;

namespace H2Ask.Benchmarks.Index;

/// <summary>
/// The search through the vectors of an index beside FAISS's flat index (IndexFlatIP, float32): the same vectors, questions and
/// number of threads in the same run. DOTNET_PROCESSOR_COUNT=1 measures one thread.
/// </summary>
internal static class DenseBenchmark
{
    private const int Questions = 50;
    private const int Top = 10;
    private const int Candidates = 256;
    private const int Rounds = 4;

    public static int Run(string[] arguments)
    {
        var (count, dimensions) = (Option(arguments, "--vectors", 1_000_000), Option(arguments, "--dimensions", 512));
        using var work = new TemporaryFolder();
        var path = Path.Combine(work.Path, "vectors.bin");
        var questions = Write(path, count, dimensions);
        var asked = Path.Combine(work.Path, "questions");
        File.WriteAllBytes(asked, MemoryMarshal.AsBytes<float>(questions.SelectMany(question => question).ToArray()).ToArray());

        var clock = Stopwatch.StartNew();
        using var file = VectorFile.Open(path);
        Console.WriteLine($"{count} vectors of {dimensions} dimensions, {Environment.ProcessorCount} threads; opened in {clock.Elapsed.TotalMilliseconds:F1} ms");
        using var faiss = new FlatFaiss(path, new VectorLayout(count, dimensions), asked, work.Path);
        Console.WriteLine($"FAISS: {faiss.Ready}");
        Compare(file, questions, faiss);
        return 0;
    }

    private static void Compare(VectorFile file, float[][] questions, FlatFaiss faiss)
    {
        var (ours, theirs) = (new List<double>(), new List<double>());
        var found = new int[Questions * Top];
        Search(file, questions, found);
        faiss.Search();
        for (var round = 0; round < Rounds; round++)
        {
            // Each goes first in turn.
            if (round % 2 == 0) ours.AddRange(Search(file, questions, found));
            theirs.AddRange(faiss.Search());
            if (round % 2 == 1) ours.AddRange(Search(file, questions, found));
        }

        Console.WriteLine($"H2Ask  {Times(ours)}; {OwnMegabytes()} MB of its own, the rest is mapped");
        Console.WriteLine($"FAISS  {Times(theirs)}; {faiss.OwnMegabytes()} MB of its own");
        Console.WriteLine($"FAISS's median over H2Ask's: {At(theirs, 0.5) / At(ours, 0.5):F2}, p95: {At(theirs, 0.95) / At(ours, 0.95):F2}");
        var exact = faiss.Found();
        var hits = Enumerable.Range(0, Questions).Sum(i => found.Skip(i * Top).Take(Top).Intersect(exact.Skip(i * Top).Take(Top)).Count());
        Console.WriteLine($"recall@{Top} of what FAISS finds: {hits / (double)exact.Length:F4}");
    }

    private static double[] Search(VectorFile file, float[][] questions, int[] found)
    {
        var times = new double[questions.Length];
        var best = new ScoredPassage[Top];
        for (var i = 0; i < questions.Length; i++)
        {
            var started = Stopwatch.GetTimestamp();
            file.Search(questions[i], null, best, Candidates);
            times[i] = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
            for (var place = 0; place < Top; place++) found[(i * Top) + place] = best[place].Passage;
        }

        return times;
    }

    /// <summary>Vectors of length 1 about some centres, as texts have subjects; the questions are beside some of them.</summary>
    private static float[][] Write(string path, int count, int dimensions)
    {
        var random = new Random(1);
        var centres = Enumerable.Range(0, 1000).Select(_ => Noise(random, dimensions)).ToArray();
        var questions = new List<float[]>();
        using var writer = new VectorFileWriter(path, count, dimensions);
        for (var i = 0; i < count; i++)
        {
            var vector = Beside(random, centres[random.Next(centres.Length)]);
            if (i % (count / Questions) == 0 && questions.Count < Questions) questions.Add(Beside(random, vector));
            writer.Write((UInt128)i, vector);
        }

        writer.Finish();
        return [.. questions];
    }

    private static float[] Beside(Random random, float[] vector)
    {
        var beside = Noise(random, vector.Length);
        TensorPrimitives.Add(beside, vector, beside);
        TensorPrimitives.Divide(beside, TensorPrimitives.Norm<float>(beside), beside);
        return beside;
    }

    private static float[] Noise(Random random, int dimensions)
    {
        // The sum of the bytes of a random number is nearly normal, and quick.
        var bytes = new byte[dimensions * 4];
        random.NextBytes(bytes);
        var noise = new float[dimensions];
        for (var i = 0; i < dimensions; i++) noise[i] = bytes[4 * i] + bytes[(4 * i) + 1] + bytes[(4 * i) + 2] + bytes[(4 * i) + 3] - 510;
        TensorPrimitives.Divide(noise, TensorPrimitives.Norm<float>(noise), noise);
        return noise;
    }

    private static string Times(List<double> times) => $"median {At(times, 0.5):F2} ms, p95 {At(times, 0.95):F2} ms";

    private static double At(List<double> times, double share) => times.Order().ElementAt((int)(share * times.Count));

    private static long OwnMegabytes()
    {
        var line = File.ReadLines("/proc/self/status").First(line => line.StartsWith("RssAnon:", StringComparison.Ordinal));
        return long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024;
    }

    private static int Option(string[] arguments, string name, int usual)
    {
        var place = Array.IndexOf(arguments, name);
        if (place < 0) return usual;
        return place + 1 < arguments.Length && int.TryParse(arguments[place + 1], out var value) && value > 0 ? value : throw new ArgumentException($"{name} must be a number.");
    }
}
