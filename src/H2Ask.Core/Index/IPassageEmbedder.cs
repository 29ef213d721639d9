using H2Ask.Core.Embedding;

namespace H2Ask.Core.Index;

/// <summary>Makes vectors of passages, and of the questions that are compared with them.</summary>
public interface IPassageEmbedder
{
    /// <summary>The model.</summary>
    IndexedModel Model { get; }

    /// <summary>The vectors of texts, in their order.</summary>
    /// <param name="texts">What <see cref="PassageText.ForEmbedding"/> makes of passages.</param>
    /// <param name="progress">Told how many are done.</param>
    /// <param name="cancelled">Ends it early.</param>
    EmbeddedTexts EmbedPassages(IReadOnlyList<string> texts, IProgress<int>? progress, CancellationToken cancelled);

    /// <summary>The vector of a question.</summary>
    float[] EmbedQuery(string question);
}
