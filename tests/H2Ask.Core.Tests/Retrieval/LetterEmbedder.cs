using H2Ask.Core.Embedding;
using H2Ask.Core.Index;

namespace H2Ask.Core.Tests.Retrieval;

/// <summary>An embedding model of a sort: counts the letters of a text, each in the place of its code.</summary>
internal sealed class LetterEmbedder : IPassageEmbedder
{
    private const int Dimensions = 64;

    public IndexedModel Model { get; } = new("letters", "1", Dimensions);

    public EmbeddedTexts EmbedPassages(IReadOnlyList<string> texts, IProgress<int>? progress, CancellationToken cancelled) => new([.. texts.Select(EmbedQuery)], 0, 0);

    public float[] EmbedQuery(string question)
    {
        var counts = new float[Dimensions];
        foreach (var letter in question) counts[letter % Dimensions]++;
        var length = MathF.Max(1, MathF.Sqrt(counts.Sum(count => count * count)));
        return Array.ConvertAll(counts, count => count / length);
    }
}
