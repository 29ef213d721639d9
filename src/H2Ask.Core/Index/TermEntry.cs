using System.Runtime.InteropServices;

namespace H2Ask.Core.Index;

/// <summary>
/// A term of the lexical index. A term in fewer passages than a block holds has its postings as varints; another has a header for
/// each block first, then the blocks, the last of them as varints where it is not full.
/// </summary>
[StructLayout(LayoutKind.Sequential, Pack = 8)]
internal struct TermEntry
{
    public ulong Key;

    /// <summary>Where its postings begin, from the beginning of all postings.</summary>
    public long Offset;

    /// <summary>How many bytes the postings take, without block headers.</summary>
    public int Bytes;

    /// <summary>In how many passages the term stands.</summary>
    public int Count;

    /// <summary>The most that its counts are worth in any passage.</summary>
    public float Most;

    /// <summary>The checksum of the block headers, or of the postings where there are none.</summary>
    public uint Check;

    /// <summary>The number of block headers.</summary>
    public readonly int Blocks => Count < PostingBlock.Size ? 0 : (Count + PostingBlock.Size - 1) / PostingBlock.Size;

    /// <summary>Spreads terms evenly over all keys; no two have the same.</summary>
    public static ulong KeyOf(ulong term)
    {
        term = (term ^ (term >> 30)) * 0xBF58476D1CE4E5B9;
        term = (term ^ (term >> 27)) * 0x94D049BB133111EB;
        return term ^ (term >> 31);
    }
}
