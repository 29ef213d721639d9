using H2Ask.Core.Embedding;
using H2Ask.Core.Index;

namespace H2Ask.Qdrant.Tests;

/// <summary>An embedding model of a sort: counts the letters of a text, each in the place of its code; remembers which texts it was given.</summary>
internal sealed class LetterEmbedder(string identity = "one", int dimensions = 64) : IPassageEmbedder
{
    public List<string> Texts { get; } = [];

    /// <summary>What its vectors have, which should be what its model says.</summary>
    public int TrueDimensions { get; init; } = dimensions;

    public IndexedModel Model { get; } = new("letters", identity, dimensions);

    public EmbeddedTexts EmbedPassages(IReadOnlyList<string> texts, IProgress<int>? progress, CancellationToken cancelled)
    {
        Texts.AddRange(texts);
        return new EmbeddedTexts([.. texts.Select(EmbedQuery)], 0, 0);
    }

    public float[] EmbedQuery(string question)
    {
        var counts = new float[TrueDimensions];
        foreach (var letter in question) counts[letter % TrueDimensions]++;
        var length = MathF.Max(1, MathF.Sqrt(counts.Sum(count => count * count)));
        return Array.ConvertAll(counts, count => count / length);
    }
}
