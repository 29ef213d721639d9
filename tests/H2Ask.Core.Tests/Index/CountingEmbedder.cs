using System.Security.Cryptography;
using System.Text;
using H2Ask.Core.Embedding;
using H2Ask.Core.Index;

namespace H2Ask.Core.Tests.Index;

/// <summary>An embedding model that makes a vector of a text's hash, and remembers which texts it was given.</summary>
internal sealed class CountingEmbedder(string identity = "one", int dimensions = 8) : IPassageEmbedder
{
    public List<string> Texts { get; } = [];

    public IndexedModel Model { get; } = new("fake", identity, dimensions);

    public EmbeddedTexts EmbedPassages(IReadOnlyList<string> texts, IProgress<int>? progress, CancellationToken cancelled)
    {
        Texts.AddRange(texts);
        progress?.Report(texts.Count);
        return new EmbeddedTexts([.. texts.Select(EmbedQuery)], Cut: 0, Tokens: texts.Count);
    }

    public float[] EmbedQuery(string question)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(Model.Identity + question));
        var numbers = Array.ConvertAll(hash[..dimensions], code => code - 127.5f);
        var length = MathF.Sqrt(numbers.Sum(number => number * number));
        return Array.ConvertAll(numbers, number => number / length);
    }
}
