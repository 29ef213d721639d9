using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json.Nodes;
using H2Ask.Core.Embedding;
using H2Ask.Tests;

namespace H2Ask.Core.Tests.Embedding.Tokenizing;

/// <summary>What the reference, Hugging Face's tokenizers, made of a set of lines (see Golden/make-goldens.mjs).</summary>
internal static class GoldenFiles
{
    private static readonly string Folder = Path.Combine(Repository.Root, "tests", "H2Ask.Core.Tests", "Embedding", "Tokenizing", "Golden");

    /// <summary>Lines of many scripts and hostile ones.</summary>
    public static IReadOnlyList<string> Lines { get; } = [.. Read("lines.json.gz").AsArray().Select(line => Encoding.Unicode.GetString(Convert.FromBase64String((string)line!)))];

    /// <summary>The lines of the corpus.</summary>
    public static IReadOnlyList<string> SeedLines { get; } = [.. Repository.SeedFiles.SelectMany(file => Encoding.UTF8.GetString(File.ReadAllBytes(file)).Split('\n'))];

    /// <summary>Parts of tokenizers that differ from a whole one.</summary>
    public static IReadOnlyList<JsonObject> Variants { get; } = [.. JsonNode.Parse(File.ReadAllText(Path.Combine(Folder, "variants.json")))!.AsArray().Select(variant => variant!.AsObject())];

    /// <summary>The content of a tokenizer's file.</summary>
    public static JsonObject Content(string name) => Read($"{name}.json.gz").AsObject();

    public static uint[] Hashes(string name) => MemoryMarshal.Cast<byte, uint>(File.ReadAllBytes(Path.Combine(Folder, $"{name}.hashes"))).ToArray();

    public static Tokenizer Load(string name) => Load(Content(name));

    public static Tokenizer Load(JsonNode content) => LoadText(content.ToJsonString());

    public static Tokenizer LoadText(string content)
    {
        using var folder = new TemporaryFolder();
        return Tokenizer.Load(Path.Combine(folder.With("tokenizer.json", content), "tokenizer.json"));
    }

    /// <summary>The ids of a whole text.</summary>
    public static int[] Encode(this Tokenizer tokenizer, string text)
    {
        var ids = new int[(text.Length * 20) + 20];
        var count = tokenizer.Encode(text, ids, out var isCut);
        Assert.False(isCut);
        return ids[..count];
    }

    /// <summary>The same hash as in make-goldens.mjs.</summary>
    public static uint Hash(ReadOnlySpan<int> ids)
    {
        var hash = 0x811C9DC5u;
        foreach (var id in ids) hash = (hash ^ (uint)id) * 0x01000193;
        return hash;
    }

    private static JsonNode Read(string file)
    {
        using var stream = new GZipStream(File.OpenRead(Path.Combine(Folder, file)), CompressionMode.Decompress);
        return JsonNode.Parse(stream)!;
    }
}
