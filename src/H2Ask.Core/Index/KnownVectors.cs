namespace H2Ask.Core.Index;

/// <summary>The vectors of an index by the passages that they are of.</summary>
internal sealed class KnownVectors
{
    private readonly GenerationReader? _index;
    private readonly Dictionary<UInt128, int> _numbers = [];

    private KnownVectors(GenerationReader? index)
    {
        _index = index;
        for (var i = 0; i < index?.Vectors?.Count; i++) _numbers[index.Vectors.Key(i)] = i;
    }

    /// <summary>The vectors of an index that may be used with a model; none where it was made with another one, or where its vectors are damaged.</summary>
    public static KnownVectors Of(GenerationReader? index, IndexedModel model) =>
        new(index?.Manifest.Model?.Identity == model.Identity && index.IsWhole(GenerationFiles.Vectors) && index.IsWhole(GenerationFiles.Sentences) ? index : null);

    /// <summary>Whether the vectors of the passage of that key are known.</summary>
    public bool Contains(UInt128 key) => _numbers.ContainsKey(key);

    /// <summary>Takes the vectors of a known passage over.</summary>
    public void Copy(UInt128 key, VectorFileWriter vectors, SentenceFileWriter sentences)
    {
        var number = _numbers[key];
        vectors.Write(key, _index!.Vectors!.Vector(number));
        sentences.Copy(_index.Sentences!, number);
    }
}
