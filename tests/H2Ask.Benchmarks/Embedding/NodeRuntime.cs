using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using H2Ask.Core.Embedding;
using H2Ask.Tests;

namespace H2Ask.Benchmarks.Embedding;

/// <summary>onnxruntime-node on the same network and the same batches, in a process of its own (<c>onnxruntime-node.mjs</c>).</summary>
internal sealed class NodeRuntime
{
    private static readonly string Folder = Path.Combine(Repository.Root, "tests", "H2Ask.Benchmarks", "Embedding");
    private readonly string[] _arguments;
    private readonly string _vectors;

    private NodeRuntime(string model, ModelSettings settings, string batches, string vectors)
    {
        _vectors = vectors;
        _arguments =
        [
            Path.Combine(Folder, "onnxruntime-node.mjs"), Path.Combine(model, "model.onnx"), batches, vectors,
            settings.Pooling.ToString().ToLowerInvariant(), settings.Normalise ? "normalise" : "",
        ];
    }

    /// <summary>Hands the batches over in a file; null where the npm package is not there.</summary>
    public static NodeRuntime? Find(string model, ModelSettings settings, IReadOnlyList<ArraySegment<TokenizedText>> batches, int paddingId, string work)
    {
        if (!Directory.Exists(Path.Combine(Folder, "node_modules"))) return null;
        var file = Path.Combine(work, "batches");
        Write(file, batches, paddingId);
        return new NodeRuntime(model, settings, file, Path.Combine(work, "vectors"));
    }

    public double TextsPerSecond()
    {
        var start = new ProcessStartInfo("node", _arguments) { RedirectStandardOutput = true };
        using var node = Process.Start(start)!;
        var speed = node.StandardOutput.ReadToEnd();
        node.WaitForExit();
        return node.ExitCode == 0
            ? double.Parse(speed, CultureInfo.InvariantCulture)
            : throw new ArgumentException("onnxruntime-node did not run; its own words stand above.");
    }

    public double LargestDifference(IReadOnlyList<float[]> vectors)
    {
        var theirs = MemoryMarshal.Cast<byte, float>(File.ReadAllBytes(_vectors));
        var largest = 0f;
        for (var i = 0; i < vectors.Count; i++)
        {
            for (var j = 0; j < vectors[i].Length; j++) largest = Math.Max(largest, Math.Abs(vectors[i][j] - theirs[(i * vectors[i].Length) + j]));
        }

        return largest;
    }

    /// <summary>A batch is its texts and its length, each text's place and number of tokens, then the tokens with padding; all as int64, so that the other side need not convert.</summary>
    private static void Write(string path, IReadOnlyList<ArraySegment<TokenizedText>> batches, int paddingId)
    {
        using var writer = new BinaryWriter(File.Create(path));
        foreach (var batch in batches)
        {
            var length = batch[0].Ids.Length;
            writer.Write((long)batch.Count);
            writer.Write((long)length);
            foreach (var text in batch)
            {
                writer.Write((long)text.Index);
                writer.Write((long)text.Ids.Length);
            }

            foreach (var text in batch)
            {
                for (var i = 0; i < length; i++) writer.Write((long)(i < text.Ids.Length ? text.Ids.Span[i] : paddingId));
            }
        }
    }
}
