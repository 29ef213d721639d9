using System.Security.Cryptography;
using H2Ask.Core.Index;

namespace H2Ask.Qdrant.Stored;

/// <summary>All points of a type, as a part of what an index consists of: how much they carry, and a checksum of their ids, which are made of what they carry.</summary>
/// <param name="type">The type.</param>
internal sealed class PointSum(string type)
{
    private readonly List<Guid> _ids = [];
    private long _length;

    /// <summary>How many there are.</summary>
    public int Count => _ids.Count;

    /// <summary>Adds a point.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="length">How much it carries.</param>
    public void Add(Guid id, int length)
    {
        _ids.Add(id);
        _length += length;
    }

    /// <summary>The points as a part of an index.</summary>
    public IndexPart ToPart()
    {
        _ids.Sort();
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var id in _ids) hash.AppendData(id.ToByteArray());
        return new IndexPart(type, _length, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }
}
