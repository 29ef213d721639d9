using System.Runtime.InteropServices;

namespace H2Ask.Core.Index;

/// <summary>A block of a term's postings.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
internal struct BlockHeader
{
    /// <summary>The last passage in it.</summary>
    public int Last;

    /// <summary>The most that the term's counts are worth in any passage of it.</summary>
    public float Most;

    /// <summary>Where it begins, from the beginning of the term's blocks.</summary>
    public int Offset;

    /// <summary>The checksum of its bytes.</summary>
    public uint Check;
}
