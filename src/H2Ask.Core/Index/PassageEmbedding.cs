namespace H2Ask.Core.Index;

/// <summary>Makes the vectors of the passages of a new generation, but for those that the generation before has.</summary>
/// <param name="embedder">The model.</param>
/// <param name="writer">Knows what the generation before has.</param>
/// <param name="total">How many passages there are.</param>
/// <param name="progress">Told how far it is.</param>
internal sealed class PassageEmbedding(IPassageEmbedder embedder, IGenerationWriter writer, int total, IProgress<IndexingProgress>? progress)
{
    private int _done;

    /// <summary>How many passages were embedded.</summary>
    public int Embedded { get; private set; }

    /// <summary>How many of their texts were cut, since the model takes none as long.</summary>
    public int Cut { get; private set; }

    /// <summary>The passages with their keys, and with vectors where those are not known.</summary>
    public async ValueTask<NewPassage[]> EmbedAsync(NewPassage[] passages, CancellationToken cancelled)
    {
        var texts = Array.ConvertAll(passages, passage => PassageText.ForEmbedding(passage.Document.Document, passage.Passage));
        var keys = Array.ConvertAll(texts, PassageText.KeyOf);
        var isKnown = await writer.KnowsAsync(keys, cancelled);
        var vectors = Embed([.. texts.Where((_, i) => !isKnown[i]).SelectMany(text => text)], passages.Length, cancelled);
        var next = 0;
        var embedded = new NewPassage[passages.Length];
        for (var i = 0; i < passages.Length; i++)
        {
            embedded[i] = passages[i] with { Key = keys[i] };
            if (isKnown[i]) continue;
            embedded[i] = embedded[i] with { Vectors = vectors.Slice(next, texts[i].Count) };
            next += texts[i].Count;
            Embedded++;
        }

        _done += passages.Length;
        Report(_done);
        return embedded;
    }

    private ArraySegment<float[]> Embed(string[] texts, int passages, CancellationToken cancelled)
    {
        if (texts.Length == 0) return ArraySegment<float[]>.Empty;
        var made = embedder.EmbedPassages(texts, new Count(count => Report(_done + (int)((long)passages * count / texts.Length))), cancelled);
        cancelled.ThrowIfCancellationRequested();
        if (made.Vectors.Count != texts.Length) throw new IndexException($"The embedding model made {made.Vectors.Count} vectors of {texts.Length} texts. Use another model.");
        Cut += made.Cut;
        return made.Vectors.ToArray();
    }

    private void Report(int count) => progress?.Report(new IndexingProgress(IndexingStage.Embedding, count, total));

    /// <summary>Told at once, on the thread that counts.</summary>
    private sealed class Count(Action<int> report) : IProgress<int>
    {
        public void Report(int value) => report(value);
    }
}
