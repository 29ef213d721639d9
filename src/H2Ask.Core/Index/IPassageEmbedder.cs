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

    /// <summary>Whether a question is longer than the model reads, so that its end is not in its vector.</summary>
    bool Cuts(string question) => false;

    /// <summary>Reads the vectors of texts' tokens, of one text after the other in any order; of a model that gives none for tokens the text's own vector.</summary>
    /// <param name="texts">The texts.</param>
    /// <param name="reader">Takes the vectors of each text that has tokens.</param>
    /// <param name="cancelled">Ends it early.</param>
    void ReadTokens(IReadOnlyList<string> texts, TokenReader reader, CancellationToken cancelled)
    {
        var vectors = EmbedPassages(texts, progress: null, cancelled).Vectors;
        for (var i = 0; i < vectors.Count; i++) reader(i, vectors[i]);
    }
}
