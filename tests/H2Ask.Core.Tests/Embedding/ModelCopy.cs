using System.Text.Json.Nodes;
using H2Ask.Core.Embedding;
using H2Ask.Tests;
using Microsoft.Extensions.Logging;

namespace H2Ask.Core.Tests.Embedding;

/// <summary>A copy of one of the small models, to be used or spoiled.</summary>
internal sealed class ModelCopy : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public ModelCopy(string name)
    {
        Source = System.IO.Path.Combine(Repository.Root, "tests", "H2Ask.Core.Tests", "Embedding", "Models", name);
        foreach (var file in Directory.GetFiles(Source)) File.Copy(file, FileNamed(System.IO.Path.GetFileName(file)));
        _folder.With("tokenizer.json", "{}");
        Tokenizer = name == "xlm-roberta" ? new CharacterTokenizer(begin: 0, end: 2, padding: 1) : new CharacterTokenizer();
    }

    public string Path => _folder.Path;

    public Tokenizer Tokenizer { get; set; }

    private string Source { get; }

    public string FileNamed(string name) => System.IO.Path.Combine(Path, name);

    public EmbeddingModel Load(EmbeddingOptions? options = null, ILogger? logger = null) => EmbeddingModel.Load(Path, _ => Tokenizer, options, logger);

    /// <summary>Sets a member of the settings.</summary>
    public ModelCopy With(string member, JsonNode value)
    {
        var settings = JsonNode.Parse(File.ReadAllText(FileNamed("h2ask.json")))!.AsObject();
        settings[member] = value;
        File.WriteAllText(FileNamed("h2ask.json"), settings.ToJsonString());
        return this;
    }

    /// <summary>What the reference makes of texts, with no prefix before them.</summary>
    public IReadOnlyList<(string Text, float[] Vector)> Expected() =>
    [
        .. JsonNode.Parse(File.ReadAllText(System.IO.Path.Combine(Source, "expected.json")))!.AsArray()
            .Select(item => (item!["text"]!.GetValue<string>(), item["vector"]!.AsArray().Select(number => number!.GetValue<float>()).ToArray())),
    ];

    public void Dispose() => _folder.Dispose();
}
