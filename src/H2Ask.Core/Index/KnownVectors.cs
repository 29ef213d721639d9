using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace H2Ask.Core.Index;

/// <summary>The vectors of an index by the texts that they are of.</summary>
internal sealed class KnownVectors
{
    private readonly VectorFile? _vectors;
    private readonly Dictionary<UInt128, int> _numbers = [];

    private KnownVectors(VectorFile? vectors)
    {
        _vectors = vectors;
        for (var i = 0; i < vectors?.Count; i++) _numbers[vectors.Key(i)] = i;
    }

    /// <summary>The vector of the text of that key, which must be known.</summary>
    public ReadOnlySpan<float> this[UInt128 key] => _vectors!.Vector(_numbers[key]);

    /// <summary>The vectors of an index that may be used with a model; none where it was made with another one, or where its vectors are damaged.</summary>
    public static KnownVectors Of(GenerationReader? index, IndexedModel model) =>
        new(index?.Manifest.Model?.Identity == model.Identity && index.IsWhole(GenerationFiles.Vectors) ? index.Vectors : null);

    /// <summary>What a text is known by: the same text has the same key, and two texts have two.</summary>
    public static UInt128 KeyOf(string text) => BinaryPrimitives.ReadUInt128LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    /// <summary>Whether the vector of the text of that key is known.</summary>
    public bool Contains(UInt128 key) => _numbers.ContainsKey(key);
}
